using System.Reflection;
using System.Runtime.CompilerServices;

namespace Standins.Surface;

/// <summary>The public and protected members of assemblies as sorted lines of text.</summary>
public static class SurfaceText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All lines of the assemblies' visible types.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <param name="only">Full names of the only types wanted; null for all.</param>
    public static IReadOnlyList<string> Of(IEnumerable<Assembly> assemblies, ISet<string>? only = null)
        => [.. assemblies.SelectMany(a => a.GetTypes())
            .Where(t => IsVisible(t) && only?.Contains(t.FullName!) is not false)
            .SelectMany(Lines)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>The full names of an assembly's visible types.</summary>
    public static ISet<string> TypeNames(Assembly assembly) => assembly.GetTypes().Where(IsVisible).Select(t => t.FullName!).ToHashSet();

    // The names of compiler-made types hold a '<'.
    private static bool IsVisible(Type type)
        => !type.FullName!.Contains('<', StringComparison.Ordinal)
            && (type.DeclaringType is { } outer ? IsVisible(outer) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) : type.IsPublic);

    private static IEnumerable<string> Lines(Type type)
    {
        var name = TypeText.Name(type);
        yield return $"{TypeText.Kind(type)} {name}{TypeText.Base(type)}{TypeText.Constraints(type)}";
        foreach (var line in type.IsEnum ? EnumLines(type, name) : Interfaces(type, name).Concat(Members(type, name)))
            yield return line;
    }

    private static IEnumerable<string> EnumLines(Type type, string name)
        => Enum.GetNames(type).Select(n => $"{name}.{n} = {Convert.ToInt64(Enum.Parse(type, n), null)}");

    private static IEnumerable<string> Interfaces(Type type, string name)
        => type.GetInterfaces().Where(i => i.IsPublic || i.IsNestedPublic).Select(i => $"{name} is {TypeText.Name(i)}");

    private static IEnumerable<string> Members(Type type, string name)
    {
        foreach (var member in type.GetMembers(Declared).Where(m => !m.Name.Contains('<', StringComparison.Ordinal)))
        {
            var line = member switch
            {
                ConstructorInfo { IsStatic: false } c when IsOpen(c) => $"{Access(c)}{name}({MemberText.Parameters(c)})",
                MethodInfo m when IsOpen(m) && !IsAccessor(m) => Access(m) + MemberText.Method(m, name),
                PropertyInfo p when p.GetAccessors(true).FirstOrDefault(IsOpen) is { } open => Access(open) + MemberText.Property(p, name),
                FieldInfo f when f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly => MemberText.Field(f, name),
                EventInfo e when IsOpen(e.AddMethod!) => $"event {name}.{e.Name}: {TypeText.Name(e.EventHandlerType!)}",
                _ => null,
            };
            if (line is not null)
                yield return line;
        }
    }

    internal static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method)
        => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method)
        => (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + Inheritance(method);

    private static string Inheritance(MethodBase method)
    {
        if (!method.IsVirtual || method.DeclaringType!.IsInterface)
            return method is { DeclaringType.IsInterface: true, IsAbstract: false, IsStatic: false } ? "default " : "";
        var isNew = method.Attributes.HasFlag(MethodAttributes.NewSlot);
        if (method.IsFinal)
            return isNew ? "" : "sealed override ";
        return method.IsAbstract ? "abstract " : isNew ? "virtual " : "override ";
    }
}
