using Chat.Core.Accounts;
using Chat.Core.Common;
using Chat.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Accounts;

public sealed class AccountServiceTests(ChatDatabase database) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        await using var host = await CoreHost.StartAsync(database);
        var name = NewName();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => RegisterAsync(host, n % 2 == 0 ? name : name.ToUpperInvariant())));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Error == Errors.UsernameTaken);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_alike()
    {
        await using var host = await CoreHost.StartAsync(database);
        var name = NewName();
        await RegisterAsync(host, name);

        (await LoginAsync(host, name, "wrong")).Error.ShouldBe(Errors.AuthCredentials);
        (await LoginAsync(host, NewName(), "correct horse")).Error.ShouldBe(Errors.AuthCredentials);
        (await LoginAsync(host, name.ToUpperInvariant(), "correct horse")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_hash_is_replaced_at_login()
    {
        await using var host = await CoreHost.StartAsync(database);
        var name = NewName();
        await RegisterAsync(host, name);
        await using var db = database.NewContext();
        await db.Users.Where(user => user.Username == name).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "old:correct horse"));

        (await LoginAsync(host, name, "correct horse")).Succeeded.ShouldBeTrue();

        (await db.Users.SingleAsync(user => user.Username == name)).PasswordHash.ShouldBe("new:correct horse");
    }

    [Fact]
    public async Task Parallel_refreshes_of_one_token_all_get_the_same_successor()
    {
        await using var host = await CoreHost.StartAsync(database);
        var first = (await RegisterAsync(host, NewName())).Value!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(host, first.RefreshToken)));

        answers.Select(answer => answer.Value!.RefreshToken).Distinct().ShouldHaveSingleItem().ShouldNotBe(first.RefreshToken);
    }

    [Fact]
    public async Task A_replaced_token_that_comes_back_late_ends_the_session()
    {
        await using var host = await CoreHost.StartAsync(database, settings: ("Chat:Auth:RefreshGrace", "00:00:00"));
        var first = (await RegisterAsync(host, NewName())).Value!;
        var second = (await AcceptAsync(first)).RefreshToken;

        (await RefreshAsync(host, first.RefreshToken)).Error.ShouldBe(Errors.AuthRefresh);
        (await RefreshAsync(host, second)).Error.ShouldBe(Errors.AuthRefresh);

        // With no grace at all even the first use counts as late, so that one is made by an instance that has one.
        async Task<SignedIn> AcceptAsync(SignedIn token)
        {
            await using var patient = await CoreHost.StartAsync(database);
            return (await RefreshAsync(patient, token.RefreshToken)).Value!;
        }
    }

    [Fact]
    public async Task A_token_two_generations_old_ends_the_session()
    {
        await using var host = await CoreHost.StartAsync(database);
        var first = (await RegisterAsync(host, NewName())).Value!;
        var second = (await RefreshAsync(host, first.RefreshToken)).Value!;
        var third = (await RefreshAsync(host, second.RefreshToken)).Value!;

        (await RefreshAsync(host, first.RefreshToken)).Error.ShouldBe(Errors.AuthRefresh);
        (await RefreshAsync(host, third.RefreshToken)).Error.ShouldBe(Errors.AuthRefresh);
    }

    [Fact]
    public async Task Logout_ends_the_session_and_no_other()
    {
        await using var host = await CoreHost.StartAsync(database);
        var name = NewName();
        var phone = (await RegisterAsync(host, name)).Value!;
        var laptop = (await LoginAsync(host, name, "correct horse")).Value!;

        await host.InScopeAsync<AccountService, bool>(async accounts =>
        {
            await accounts.LogoutAsync(phone.RefreshToken, default);
            await accounts.LogoutAsync("not a token", default);
            return true;
        });

        (await RefreshAsync(host, phone.RefreshToken)).Error.ShouldBe(Errors.AuthRefresh);
        (await RefreshAsync(host, laptop.RefreshToken)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_we_did_not_make_is_refused()
    {
        await using var host = await CoreHost.StartAsync(database);
        var token = (await RegisterAsync(host, NewName())).Value!.RefreshToken;
        for (var i = 0; i < token.Length; i += 7)
        {
            var changed = token.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            (await RefreshAsync(host, new string(changed))).Error.ShouldBe(Errors.AuthRefresh);
        }

        (await RefreshAsync(host, token)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Imported_speakers_are_made_once_and_cannot_sign_in()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (one, other) = (NewName(), NewName());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.InScopeAsync<ImportService, IReadOnlyList<UserView>>(
            import => import.EnsureSpeakersAsync([one, one.ToUpperInvariant(), other], default))));

        answers.ShouldAllBe(users => users.Count == 2);
        answers.SelectMany(users => users.Select(user => user.Id)).Distinct().Count().ShouldBe(2);
        (await LoginAsync(host, one, "")).Error.ShouldBe(Errors.AuthCredentials);
    }

    private static string NewName() => "n" + Guid.NewGuid().ToString("N")[..16];

    private static Task<Result<SignedIn>> RegisterAsync(CoreHost host, string name) =>
        host.InScopeAsync<AccountService, Result<SignedIn>>(accounts => accounts.RegisterAsync(name, "correct horse", null, "a test", default));

    private static Task<Result<SignedIn>> LoginAsync(CoreHost host, string name, string password) =>
        host.InScopeAsync<AccountService, Result<SignedIn>>(accounts => accounts.LoginAsync(name, password, null, default));

    private static Task<Result<SignedIn>> RefreshAsync(CoreHost host, string token) =>
        host.InScopeAsync<AccountService, Result<SignedIn>>(accounts => accounts.RefreshAsync(token, default));
}
