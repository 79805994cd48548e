using System.Reflection;
using Standins.Surface;

if (args.Length < 2)
{
    Console.Error.WriteLine("surface REAL.dll... STANDIN.dll: the real assemblies' lines for the types that the stand-in has.");
    return 2;
}

var wanted = SurfaceText.TypeNames(Load(args[^1]));
foreach (var line in SurfaceText.Of(args[..^1].Select(Load), wanted))
    Console.WriteLine(line);
return 0;

// Each in a context of its own: the stand-in has the real one's name.
static Assembly Load(string path)
{
    var context = new System.Runtime.Loader.AssemblyLoadContext(path);
    context.Resolving += (self, name) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name.Name + ".dll") is var beside && File.Exists(beside) ? self.LoadFromAssemblyPath(beside) : null;
    return context.LoadFromAssemblyPath(Path.GetFullPath(path));
}
