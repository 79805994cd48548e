using Microsoft.AspNetCore.Builder;

var app = WebApplication.CreateBuilder(args).Build();
var asked = 0;
// Unhealthy at first, so that waiting for health differs from waiting for the start.
app.MapGet("/health", () => Microsoft.AspNetCore.Http.Results.StatusCode(Interlocked.Increment(ref asked) < 3 ? 503 : 200));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name));
app.MapGet("/directory", () => Environment.CurrentDirectory);
app.Run();
