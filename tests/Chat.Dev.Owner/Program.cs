using Chat.Dev.Processes;

// Starts "sleep 600" from a thread of the pool, says its process id, and waits. With "parent" it watches its parent instead.
if (args is ["parent"])
{
    var watch = ParentWatch.RunAsync(() => Environment.Exit(7), CancellationToken.None);
    Console.WriteLine($"watching {Environment.ProcessId}");
    await watch;
    return;
}

var child = await Task.Run(() => ChildProcess.StartAsync(new ProcessSpec("sleep", "600")));
Console.WriteLine($"started {child.Id}");
await Task.Delay(Timeout.Infinite);
