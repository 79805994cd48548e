using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>Prints the resources' lines, each behind its resource's name.</summary>
/// <remarks>Colours go to a terminal only, or where .NET's own switch for redirected output asks for them; never when NO_COLOR is set.</remarks>
internal sealed class ResourceConsole(TextWriter output, IResourceCollection resources, IConfiguration configuration)
{
    private const string Reset = "\e[0m";
    private const string Red = "\e[1;31m";
    private static readonly string[] Palette = ["\e[36m", "\e[32m", "\e[35m", "\e[33m", "\e[34m", "\e[96m", "\e[92m", "\e[95m"];

    private readonly Lock _gate = new();
    private readonly int _width = resources.Where(resource => resource is not ParameterResource).Select(resource => resource.Name.Length).DefaultIfEmpty().Max();
    private readonly bool _coloured = configuration["NO_COLOR"] is null
        && (!Console.IsOutputRedirected || configuration["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] is "1" or "true");

    /// <summary>A line that the resource wrote.</summary>
    public void Line(IResource resource, string line) => Write(resource, line, "");

    /// <summary>Something about the resource that it did not say itself.</summary>
    public void Note(IResource resource, string note) => Write(resource, $"» {note}", Colour(resource));

    /// <summary>The resource failed.</summary>
    public void Failure(IResource resource, string reason) => Write(resource, $"✗ {reason}", Red);

    private void Write(IResource resource, string text, string textColour)
    {
        var name = resource.Name.PadRight(_width);
        var line = _coloured ? $"{Colour(resource)}{name} |{Reset} {textColour}{text}{Reset}" : $"{name} | {text}";
        lock (_gate)
            output.WriteLine(line);
    }

    private string Colour(IResource resource) => Palette[resources.IndexOf(resource) % Palette.Length];
}
