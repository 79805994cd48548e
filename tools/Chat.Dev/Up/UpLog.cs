using Spectre.Console;

namespace Chat.Dev.Up;

/// <summary>What the AppHost writes: always into <c>.local/logs/up.log</c>, and on the screen from the moment that everything runs.</summary>
internal sealed class UpLog(string path, IAnsiConsole console) : IDisposable
{
    private readonly StreamWriter _file = Open(path);
    private bool _onScreen;

    /// <summary>Takes a line, from any thread.</summary>
    public void Take(string line)
    {
        lock (_file)
        {
            _file.WriteLine(line);
            if (_onScreen)
                console.WriteLine(line);
        }
    }

    /// <summary>From now on lines are shown too.</summary>
    public void Show()
    {
        lock (_file)
            _onScreen = true;
    }

    public void Dispose()
    {
        lock (_file)
            _file.Dispose();
    }

    private static StreamWriter Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path) { AutoFlush = true };
    }
}
