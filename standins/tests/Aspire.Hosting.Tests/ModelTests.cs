using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests;

/// <summary>The application model, and what it refuses.</summary>
public sealed class ModelTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);
    private readonly Lines _output = new();

    public ModelTests() => _builder.Services.AddSingleton<TextWriter>(_output);

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Arguments_and_variables_may_be_values_that_are_known_only_at_run_time()
    {
        _builder.Configuration["Parameters:colour"] = "red";
        var colour = _builder.AddParameter("colour");
        _builder.AddExecutable("say", "sh", "/", "-c", "echo $0 $1 $PHRASE in $(pwd)")
            .WithHttpEndpoint(env: "PORT")
            .WithArgs(colour.Resource, 7)
            .WithEnvironment("PHRASE", $"is {colour} {{braces}}");

        await using var app = await StartAsync();

        await _output.MatchAsync(@"^say \| red 7 is red \{braces\} in /$", Limit);
    }

    [Fact]
    public async Task Every_endpoint_has_a_port_before_anything_starts()
    {
        var late = _builder.AddExecutable("late", "true", ".").WithHttpEndpoint();
        _builder.AddExecutable("early", "sh", ".", "-c", "echo $URL")
            .WithEnvironment("URL", late.GetEndpoint("http"));

        await using var app = await StartAsync();

        (await _output.MatchAsync(@"^early \| http://localhost:(\d+)$", Limit)).Groups[1].Value.ShouldBe(late.GetEndpoint("http").Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_reported()
    {
        _builder.AddExecutable("ghost", "no-such-program", ".");

        await using var app = await StartAsync();

        await _output.MatchAsync(@"^ghost \| ✗ ended with exit code 127$", Limit);
    }

    [Fact]
    public async Task A_resource_that_ends_before_it_is_healthy_releases_nobody()
    {
        var brief = _builder.AddExecutable("brief", "true", ".").WithHttpEndpoint().WithHttpHealthCheck("/");
        _builder.AddExecutable("patient", "echo", ".", "never").WaitFor(brief);

        await using var app = await StartAsync();

        await _output.MatchAsync(@"^patient \| ✗ not started: brief ended with exit code 0$", Limit);
        _output.Text.ShouldNotContain("patient | never");
    }

    [Fact]
    public async Task Two_ports_for_one_endpoint_are_refused_for_want_of_a_proxy()
    {
        _builder.AddExecutable("web", "true", ".").WithHttpEndpoint(port: 4000, targetPort: 5000);

        (await Should.ThrowAsync<NotSupportedException>(StartAsync)).Message.ShouldContain("proxy");
    }

    [Fact]
    public void Containers_are_refused_with_what_to_do_instead()
    {
        Should.Throw<NotSupportedException>(() => _builder.AddPostgres("db")).Message.ShouldContain("./dev.cs up");
        Should.Throw<NotSupportedException>(() => _builder.AddRedis("redis")).Message.ShouldContain("./dev.cs up");
        Should.Throw<NotSupportedException>(() => _builder.AddAzurePostgresFlexibleServer("db")).Message.ShouldContain("./dev.cs up");
        Should.Throw<NotSupportedException>(() => _builder.AddAzureManagedRedis("redis")).Message.ShouldContain("./dev.cs up");
    }

    [Theory]
    [InlineData("--publisher", "manifest")]
    [InlineData("--operation", "publish")]
    public void Publish_mode_is_refused(params string[] args) =>
        Should.Throw<NotSupportedException>(() => DistributedApplication.CreateBuilder(args)).Message.ShouldContain("cannot publish");

    [Fact]
    public void Two_resources_cannot_have_one_name()
    {
        _builder.AddExecutable("web", "true", ".");

        Should.Throw<DistributedApplicationException>(() => _builder.AddExecutable("WEB", "true", "."));
    }

    [Fact]
    public void Two_endpoints_cannot_have_one_name()
    {
        var web = _builder.AddExecutable("web", "true", ".").WithHttpEndpoint();

        Should.Throw<DistributedApplicationException>(() => web.WithHttpEndpoint());
    }

    [Fact]
    public async Task Vite_is_told_its_port_and_starts_after_its_packages_are_installed_unless_told_otherwise()
    {
        var web = _builder.AddViteApp("web", Path.GetTempPath());
        _builder.Resources.ShouldContain(resource => resource.Name == "web-installer");

        web.WithNpm(install: false);

        _builder.Resources.ShouldNotContain(resource => resource.Name == "web-installer");
        var args = new CommandLineArgsCallbackContext(web.Resource, CancellationToken.None);
        foreach (var annotation in web.Resource.Annotations.OfType<ArgsAnnotation>())
            await annotation.Callback(args);
        args.Args.Take(4).ShouldBe(["run", "dev", "--", "--port"]);
    }

    private async Task<DistributedApplication> StartAsync()
    {
        var app = _builder.Build();
        await app.StartAsync();
        return app;
    }
}
