namespace Microsoft.IdentityModel.Tokens;

public abstract class SecurityKey
{
    public SecurityKey()
    {
    }

    public abstract int KeySize { get; }

    public virtual string KeyId { get; set; } = null!;
}

public class SymmetricSecurityKey(byte[] key) : SecurityKey
{
    private readonly byte[] _key = key is { Length: > 0 } ? [.. key] : throw new ArgumentException("The key is empty.", nameof(key));

    /// <summary>Bits.</summary>
    public override int KeySize => _key.Length * 8;

    public virtual byte[] Key => [.. _key];
}

public static class SecurityAlgorithms
{
    public const string HmacSha256 = "HS256";
}
