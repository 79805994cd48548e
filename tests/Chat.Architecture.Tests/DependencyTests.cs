using System.Reflection;
using Shouldly;
using Xunit;

namespace Chat.Architecture.Tests;

/// <summary>The laws of docs/architecture.md.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Core_knows_no_web_no_functions_and_no_transport() =>
        References(House.Core).ShouldNotContain(name =>
            name.StartsWith("Microsoft.AspNetCore") || name.StartsWith("Microsoft.Azure") || name.StartsWith("Azure.")
            || name.StartsWith("FastEndpoints") || name == "Chat.Api" || name == "Chat.LocalHub" || name == "Chat.Functions");

    [Fact]
    public void The_local_hub_knows_nothing_of_ours() => References(House.LocalHub).ShouldNotContain(name => name.StartsWith("Chat."));

    [Fact]
    public void The_functions_know_core_and_not_the_api() =>
        References(House.Functions).Where(name => name.StartsWith("Chat.")).ShouldBeSubsetOf(["Chat.Core", "Chat.ServiceDefaults"]);

    [Fact]
    public void A_feature_of_core_does_not_use_the_service_of_another()
    {
        var wrong = from type in House.Core.GetTypes()
                    from used in UsedBy(type)
                    where used.Assembly == House.Core && used.Name.EndsWith("Service", StringComparison.Ordinal) && used.Namespace != type.Namespace
                    where type.Namespace != "Chat.Core"
                    select $"{type} uses {used}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_outbox_and_presence_speak_to_the_transport()
    {
        var port = House.Core.GetType("Chat.Core.Transport.IRealtimeTransport", throwOnError: true)!;
        var users = House.Core.GetTypes().Where(type => UsedBy(type).Contains(port)).Select(type => type.Namespace).Distinct();
        users.ShouldBeSubsetOf(["Chat.Core.Outbox", "Chat.Core.Presence"]);
        users.ShouldContain("Chat.Core.Outbox");
    }

    [Fact]
    public void The_product_does_not_know_that_there_are_stand_ins() =>
        House.Sources(House.ProductFolders)
            .Where(file => File.ReadAllText(Path.Combine(House.Root, file)).Contains("standin", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    // What a type keeps or is given: by the house's rule services come in through constructors.
    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = type.GetFields(All).Select(field => field.FieldType);
        var parameters = type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);
        return fields.Concat(parameters);
    }
}
