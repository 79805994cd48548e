using FastEndpoints.OpenApi;

namespace Chat.Api.Setup;

/// <summary>The OpenAPI document of the HTTP interface, and a page to browse it, from our own origin.</summary>
internal static class DocsSetup
{
    private const string Document = "/openapi/v1.json";

    public static void AddDocs(this WebApplicationBuilder builder) =>
        builder.Services.OpenApiDocument(options =>
        {
            options.Title = "Chat";
            options.Version = "v1";
            options.ShortSchemaNames = true;
            options.ExcludeNonFastEndpoints = true;
        });

    public static void UseDocs(this WebApplication app)
    {
        var options = app.Configuration.GetSection(DocsOptions.Section).Get<DocsOptions>() ?? new DocsOptions();
        if (!(options.Enabled ?? app.Environment.IsDevelopment())) return;

        app.MapOpenApi().AllowAnonymous();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "Chat: HTTP interface";
            page.SwaggerEndpoint(Document, "v1");
        });
    }
}
