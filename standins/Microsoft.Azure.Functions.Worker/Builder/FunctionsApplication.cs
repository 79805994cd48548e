// Stands in for Microsoft.Azure.Functions.Worker 2.52. The real worker is a process that a Functions host starts and calls over
// gRPC; this one is host and worker in one process: it finds the functions of the program, listens to their triggers and runs them
// through the same middleware. Covered: the builder, middleware, FunctionContext without features and output bindings. A function
// with a trigger or a parameter that is not covered stops the program at its start.
namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
