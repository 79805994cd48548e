using System.Globalization;

namespace Chat.Dev.Processes;

/// <summary>Signals for a process and what it started, for servers that do their work in processes of their own.</summary>
internal static class ProcessTree
{
    /// <summary>Signals <paramref name="root"/> first, so that it starts nothing new meanwhile, then its descendants.</summary>
    public static void Send(ChildProcess root, Signal signal)
    {
        root.Send(signal);
        foreach (var id in DescendantsOf(root.Id))
            Posix.Send(id, signal);
    }

    /// <summary>The processes below one, by <c>/proc</c>; none elsewhere than on Linux.</summary>
    public static IReadOnlyList<int> DescendantsOf(int root)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } parent)
                parents[id] = parent;
        }

        var found = new List<int>();
        var next = new Queue<int>([root]);
        while (next.TryDequeue(out var parent))
        {
            foreach (var (id, _) in parents.Where(pair => pair.Value == parent))
            {
                found.Add(id);
                next.Enqueue(id);
            }
        }

        return found;
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // "id (name) state parent …"; the name may hold spaces and parentheses.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
