using System.Reflection;
using System.Text.RegularExpressions;
using Chat.LocalHub;
using Shouldly;
using Xunit;

namespace Chat.Architecture.Tests;

/// <summary><c>.env.example</c> names every setting, with the default that the code has.</summary>
public sealed partial class SettingTests
{
    private const string HubPrefix = "Chat__Realtime__LocalHub__";

    private static readonly string Example = File.ReadAllText(Path.Combine(House.Root, ".env.example"));

    [Fact]
    public void Every_option_is_in_the_example()
    {
        var missing = Options().Where(option => !Listed().ContainsKey(option.Name) && !Listed().ContainsKey(option.Name + "__0"));
        Options().Count().ShouldBeGreaterThan(30);
        missing.Select(option => option.Name).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_has_no_option_that_is_gone()
    {
        var known = Options().Select(option => option.Name).ToHashSet();
        var sections = Sections().Select(section => section.Prefix).ToList();
        Listed().Keys
            .Select(name => name.EndsWith("__0", StringComparison.Ordinal) ? name[..^3] : name)
            .Where(name => sections.Any(section => name.StartsWith(section, StringComparison.Ordinal)) && !known.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_example_shows_the_defaults()
    {
        foreach (var (name, value) in Options().Where(option => option.Default is not ("" or null)))
        {
            var shown = Listed()[name];
            if (TimeSpan.TryParse(value, out var time)) TimeSpan.Parse(shown).ShouldBe(time, name);
            else shown.ShouldBe(value, name);
        }
    }

    private static IEnumerable<(string Name, string? Default)> Options() =>
        from section in Sections()
        let defaults = Activator.CreateInstance(section.Type, nonPublic: true)!
        from property in section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is not null && IsSimple(property.PropertyType)
        // The API gives the hub its name and its key itself.
        where section.Prefix != HubPrefix || property.Name is not (nameof(HubOptions.Hub) or nameof(HubOptions.AccessKey))
        select (section.Prefix + property.Name, IsList(property.PropertyType) ? null : property.GetValue(defaults)?.ToString());

    private static IEnumerable<(string Prefix, Type Type)> Sections() =>
        (from assembly in new[] { House.Core, House.Api, House.Functions }
         from type in assembly.GetTypes()
         let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
         where section is not null && type.Name.EndsWith("Options", StringComparison.Ordinal)
         select (section.Replace(":", "__", StringComparison.Ordinal) + "__", type))
        .Append((HubPrefix, typeof(HubOptions)));

    private static bool IsList(Type type) => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static bool IsSimple(Type type) => !type.IsClass || type == typeof(string) || type == typeof(Uri) || IsList(type);

    private static Dictionary<string, string> Listed() =>
        Line().Matches(Example).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [GeneratedRegex(@"^# ([A-Za-z_0-9]+__\w+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
