namespace Chat.Dev.Workspace;

/// <summary>Makes one process at a time do something in a clone. The system gives the lock back when its holder dies.</summary>
public static class FileLock
{
    /// <summary>Waits for the lock; disposing the result gives it back.</summary>
    /// <param name="path">The lock's file; made when missing, and left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryTake(path) is { } held)
                return held;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The lock, or null when somebody has it.</summary>
    /// <param name="path">The lock's file; made when missing, and left.</param>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
