namespace Aspire.Hosting.Tests;

/// <summary>A whole application, seen from outside.</summary>
public sealed class ProcessTests
{
    private const string Up = @"^web +\| » up at (http://\S+)";
    private const string Child = @"^shell +\| child=(\d+)";

    [Fact]
    public async Task Resources_start_in_the_order_of_their_waits_and_their_lines_bear_their_names()
    {
        await using var app = SampleApp.Start();

        var url = await app.LineAsync(Up);
        var reached = await app.LineAsync(@"^shell +\| at=(\S+) also=\S+");

        reached.ShouldBe(url);
        app.Output.ShouldContain($"also={url}");
        var output = app.Output;
        output.ShouldContain("job   | done with exit 0");
        output.IndexOf("job   | » ended", StringComparison.Ordinal).ShouldBeLessThan(output.IndexOf("web   | » up", StringComparison.Ordinal));
        output.IndexOf("web   | » up", StringComparison.Ordinal).ShouldBeLessThan(output.IndexOf("shell | child", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_runs_in_its_folder_with_what_it_was_given_and_nothing_of_the_AppHosts_own()
    {
        await using var app = SampleApp.Start();
        using var web = new HttpClient { BaseAddress = new Uri(await app.LineAsync(Up)) };

        (await web.GetStringAsync("/environment/ConnectionStrings__store")).ShouldBe("Host=nowhere");
        (await web.GetStringAsync("/environment/WEB_KEY")).ShouldBe("secret{1}");
        (await web.GetStringAsync("/environment/WEB_PHRASE")).ShouldBe("key=secret{1};store=Host=nowhere");
        (await web.GetStringAsync("/environment/ASPNETCORE_ENVIRONMENT")).ShouldBe("Development");
        (await web.GetStringAsync("/environment/ASPNETCORE_URLS")).ShouldBe(web.BaseAddress!.ToString().TrimEnd('/'));
        (await web.GetStringAsync("/environment/OTEL_SERVICE_NAME")).ShouldBe("web");
        Path.GetFileName(await web.GetStringAsync("/directory")).ShouldBe("Web");
    }

    [Theory]
    [InlineData(SampleApp.Interrupt)]
    [InlineData(SampleApp.Terminate)]
    public async Task Asked_to_stop_it_stops_everything_that_it_started(int signal)
    {
        await using var app = SampleApp.Start();
        var child = await app.LineAsync(Child);

        app.Signal(signal);
        await app.EndAsync();

        app.ExitCode.ShouldBe(0);
        await SampleApp.GoneAsync(child);
    }

    [Fact]
    public async Task A_resource_that_takes_no_notice_is_killed_after_the_grace()
    {
        await using var app = SampleApp.Start(("Sample__Shell", "trap '' TERM;"));
        var child = await app.LineAsync(Child);

        app.Signal(SampleApp.Terminate);
        await app.EndAsync();

        app.Output.ShouldContain("shell | » did not stop within 10 s and was killed");
        await SampleApp.GoneAsync(child);
    }

    [Theory]
    [InlineData("")]
    [InlineData("trap '' TERM;")]
    public async Task Nothing_outlives_a_killed_AppHost(string shell)
    {
        await using var app = SampleApp.Start(("Sample__Shell", shell));
        var child = await app.LineAsync(Child);
        using var web = new HttpClient { BaseAddress = new Uri(await app.LineAsync(Up)) };

        app.Signal(SampleApp.Kill);
        await app.EndAsync();

        await SampleApp.GoneAsync(child);
        await Should.ThrowAsync<HttpRequestException>(() => web.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_resource_that_fails_is_reported_and_what_waits_for_it_is_not_started()
    {
        await using var app = SampleApp.Start(("Sample__JobExitCode", "3"));

        await app.LineAsync(@"^job +\| ✗ ended with exit code 3$");
        await app.LineAsync(@"^web +\| ✗ not started: job ended with exit code 3$");
        await app.LineAsync(@"^shell +\| ✗ not started: web was not started$");
    }

    [Fact]
    public async Task A_missing_parameter_is_named()
    {
        await using var app = SampleApp.Start(("Parameters__web_key", ""), ("Parameters__web_key", null!));

        await app.LineAsync(@"^web +\| ✗ not started: Parameter resource could not be used because configuration key 'Parameters:web-key' is missing");
    }

    [Fact]
    public async Task Publishing_is_refused_with_what_to_do_instead()
    {
        await using var app = SampleApp.Start(("operation", "publish"));

        await app.EndAsync();

        app.ExitCode.ShouldNotBe(0);
        app.Output.ShouldContain("cannot publish");
    }
}
