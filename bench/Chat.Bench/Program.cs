using System.Text.Json;
using Chat.Bench;
using Chat.Bench.Send;

// Chat.Bench SUITE URL POSTGRES SECONDS: measures one suite and prints its figures as one line of JSON, the last.
if (args is not [var suite, var url, var postgres, var seconds] || !int.TryParse(seconds, out var duration))
{
    Console.Error.WriteLine("Usage: Chat.Bench SUITE URL POSTGRES SECONDS");
    return 2;
}

var target = new BenchTarget(new Uri(url), postgres, TimeSpan.FromSeconds(duration));
IReadOnlyList<Figure>? figures = suite switch
{
    "send" => await SendSuite.RunAsync(target),
    _ => null,
};
if (figures is null)
{
    Console.Error.WriteLine($"There is no suite '{suite}'.");
    return 2;
}

Console.WriteLine(JsonSerializer.Serialize(figures, FigureJson.Default.IReadOnlyListFigure));
return 0;
