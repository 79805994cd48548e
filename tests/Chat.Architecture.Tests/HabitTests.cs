using System.Text.RegularExpressions;
using Chat.Core.Common;
using Shouldly;
using Xunit;

namespace Chat.Architecture.Tests;

/// <summary>Habits of the house that a machine can hold.</summary>
public sealed partial class HabitTests
{
    private static readonly string[] Written = [.. House.ProductFolders, "standins", "tests", "tools"];

    [Fact]
    public void No_file_is_longer_than_500_lines() =>
        House.Sources(Written).Where(file => File.ReadLines(Path.Combine(House.Root, file)).Count() > 500).ShouldBeEmpty();

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        new[] { House.Core, House.LocalHub, House.Api, House.Functions }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Chat.", StringComparison.Ordinal) == true && EmptyName().IsMatch(type.Name))
            .ShouldBeEmpty();

    [Fact]
    public void Log_event_ids_are_unique()
    {
        var ids = House.Sources(House.ProductFolders)
            .SelectMany(file => LogEventId().Matches(File.ReadAllText(Path.Combine(House.Root, file))).Select(match => match.Groups[1].Value))
            .ToList();
        ids.Count.ShouldBeGreaterThan(5);
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_error_code_stands_in_the_protocol_and_the_other_way_round()
    {
        var documented = ErrorRow().Matches(File.ReadAllText(Path.Combine(House.Root, "docs/protocol.md"))).Select(match => match.Groups[1].Value);
        documented.Order().ShouldBe(ErrorCodes().Order());
    }

    private static IEnumerable<string> ErrorCodes()
    {
        var values = typeof(Errors).GetFields().Select(field => (Error)field.GetValue(null)!);
        var made = typeof(Errors).GetMethods().Where(method => method.ReturnType == typeof(Error))
            .Select(method => (Error)method.Invoke(null, [.. method.GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType))])!);
        return values.Concat(made).Select(error => error.Code);
    }

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Misc)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex LogEventId();

    [GeneratedRegex(@"^\| `([a-z_]+\.[a-z_]+)` \| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();
}
