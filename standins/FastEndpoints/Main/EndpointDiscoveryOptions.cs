using System.Reflection;

namespace FastEndpoints;

public sealed class EndpointDiscoveryOptions
{
    public IEnumerable<Assembly>? Assemblies { internal get; set; }

    public bool DisableAutoDiscovery { internal get; set; }

    public Func<Assembly, bool>? AssemblyFilter { internal get; set; }

    public bool IncludeAbstractValidators { internal get; set; }

    public Func<Type, bool>? Filter { internal get; set; }
}
