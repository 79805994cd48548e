using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;

    public DistributedApplicationBuilder(string[] args)
    {
        AppHostDirectory = BuiltProjects.AppHostDirectory ?? Directory.GetCurrentDirectory();
        _host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppHostDirectory });
        if (IsPublish(_host.Configuration))
            throw StandIn.DoesNotPublish();

        // The resources' own lines are what one wants to read.
        _host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        _host.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ResourceProcess.Grace + TimeSpan.FromSeconds(10));
        _host.Services.AddSingleton(TimeProvider.System);
        _host.Services.AddSingleton(Console.Out);
        _host.Services.AddSingleton<ResourceConsole>();
        _host.Services.AddSingleton(ExecutionContext);
        _host.Services.AddSingleton(Resources);
        _host.Services.AddSingleton<ResourceStates>();
        _host.Services.AddHostedService<ApplicationRunner>();
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (Resources.FirstOrDefault(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)) is { } taken)
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{typeof(T)}' with name '{resource.Name}' because resource of type '{taken.GetType()}' with that name already exists. Resource names are case-insensitive.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource =>
        new DistributedApplicationResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => new(_host.Build());

    /// <summary>As the real one decides: <c>--publisher</c> (azd, older CLIs) or <c>--operation publish</c>.</summary>
    private static bool IsPublish(ConfigurationManager configuration) =>
        configuration["publisher"] is not null || configuration["Publishing:Publisher"] is not null
        || string.Equals(configuration["operation"] ?? configuration["AppHost:Operation"], "publish", StringComparison.OrdinalIgnoreCase);
}
