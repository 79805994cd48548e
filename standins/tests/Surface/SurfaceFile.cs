using System.Reflection;

namespace Standins.Surface;

/// <summary>A real package's list of signatures.</summary>
public static class SurfaceFile
{
    /// <summary>The lines of a stand-in that its package's list does not have; empty when it is a subset, as it must be.</summary>
    /// <param name="file">The list, beside the running test assembly.</param>
    /// <param name="standIn">The stand-in.</param>
    public static IReadOnlyList<string> Missing(string file, Assembly standIn)
    {
        var listed = File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Where(line => line.Length > 0 && line[0] != '#').ToHashSet();
        return [.. SurfaceText.Of([standIn]).Where(line => !listed.Contains(line))];
    }
}
