using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The functions of a program. The real SDK lists them when the program is built; here they are found when it starts.</summary>
internal sealed class FunctionSource(IEnumerable<Type> types)
{
    public IReadOnlyList<FoundFunction> Find()
    {
        FoundFunction[] found =
        [
            .. from type in types
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
               let attribute = method.GetCustomAttribute<FunctionAttribute>()
               where attribute is not null
               select new FoundFunction(attribute.Name, method),
        ];
        var twice = found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? found : throw new InvalidOperationException($"Two functions are called '{twice.Key}'.");
    }
}

/// <summary>A method with <c>[Function]</c>.</summary>
internal sealed class FoundFunction : FunctionDefinition
{
    private static readonly Type[] Injected = [typeof(FunctionContext), typeof(CancellationToken)];

    public FoundFunction(string name, MethodInfo method)
    {
        (Name, Method) = (name, method);
        var triggers = method.GetParameters().Where(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null).ToArray();
        TriggerParameter = triggers is [var only]
            ? only
            : throw new InvalidOperationException($"The function '{name}' must have exactly one trigger, and has {triggers.Length}.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        foreach (var parameter in method.GetParameters().Where(one => one != TriggerParameter && !Injected.Contains(one.ParameterType)))
            throw new NotSupportedException($"The parameter '{parameter.Name}' of the function '{name}' is of a kind that this stand-in does not cover.");
        if (method.ReturnType != typeof(Task) && method.ReturnType != typeof(void) && method.ReturnType != typeof(ValueTask))
            throw new NotSupportedException($"The function '{name}' returns a value, which this stand-in does not cover.");
    }

    public MethodInfo Method { get; }

    public ParameterInfo TriggerParameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string Id => EntryPoint;

    public override string Name { get; }
}
