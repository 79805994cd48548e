#!/usr/bin/env -S dotnet --
#:property PublishAot=false
#:project tools/Chat.Dev

// The one command of this repository: ./dev.cs up, test, bench, replay, doctor; --help says more.
// The work is done in tools/Chat.Dev.

using Chat.Dev;
using Chat.Dev.Workspace;

var folder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
return await DevProgram.RunAsync(new ChatWorkspace(folder), args);
