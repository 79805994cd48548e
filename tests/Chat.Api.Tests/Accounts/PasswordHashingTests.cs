using System.Buffers.Binary;
using Chat.Api.Accounts;
using Chat.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Accounts;

public sealed class PasswordHashingTests
{
    private readonly PasswordHashing _hashing = new();

    [Fact]
    public void A_hash_is_PBKDF2_with_SHA512_220000_rounds_and_a_salt_of_its_own()
    {
        var hash = Convert.FromBase64String(_hashing.Hash("correct horse"));

        // Identity's version 3: marker, function (2 is HMAC-SHA512), rounds, length of the salt, salt, key.
        hash[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).ShouldBe(2u);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBe(220_000u);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)).ShouldBe(16u);
        _hashing.Hash("correct horse").ShouldNotBe(Convert.ToBase64String(hash));
    }

    [Fact]
    public void A_hash_made_with_fewer_rounds_is_right_but_old()
    {
        var old = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new object(), "correct horse");

        _hashing.Verify(old, "correct horse").ShouldBe(PasswordVerdict.RightButOld);
        _hashing.Verify(old, "wrong horse").ShouldBe(PasswordVerdict.Wrong);
        _hashing.Verify(_hashing.Hash("correct horse"), "correct horse").ShouldBe(PasswordVerdict.Right);
    }
}
