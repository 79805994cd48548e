using System.Runtime.ExceptionServices;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FastEndpoints;

public abstract class Endpoint<TRequest> : Endpoint<TRequest, object?> where TRequest : notnull;

public abstract partial class Endpoint<TRequest, TResponse> : BaseEndpoint where TRequest : notnull
{
    [NotImplemented]
    public virtual Task HandleAsync(TRequest req, CancellationToken ct) => throw new NotImplementedException();

    [NotImplemented]
    public virtual Task<TResponse> ExecuteAsync(TRequest req, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Bind, validate, pre-processors, handler, answer; post-processors whatever happened.</summary>
    internal sealed override async Task ExecAsync(CancellationToken ct)
    {
        TRequest req = default!;
        var preProcessed = false;
        ExceptionDispatchInfo? thrown = null;

        try
        {
            req = await BindAsync(ct);
            OnBeforeValidate(req);
            await OnBeforeValidateAsync(req, ct);
            await ValidateAsync(req, ct);
            OnAfterValidate(req);
            await OnAfterValidateAsync(req, ct);
            await PreProcessAsync(req, ct);
            preProcessed = true;
            if (ResponseStarted)
                return;
            OnBeforeHandle(req);
            await OnBeforeHandleAsync(req, ct);
            await HandleAndAnswerAsync(req, ct);
            OnAfterHandle(req, _response!);
            await OnAfterHandleAsync(req, _response!, ct);
        }
        catch (JsonException x) when (Cfg.BndOpts.JsonExceptionTransformer is not null)
        {
            if (ResponseStarted)
                throw;
            ValidationFailures.Add(Cfg.BndOpts.JsonExceptionTransformer(x));
            await FailAsync(x, Cfg.BndOpts.JsonExceptionStatusCode, req, preProcessed, ct);
        }
        catch (ValidationFailureException x)
        {
            await FailAsync(x, x.StatusCode ?? Cfg.ErrOpts.StatusCode, req, preProcessed, ct);
        }
        catch (Exception x)
        {
            thrown = ExceptionDispatchInfo.Capture(x);
        }
        finally
        {
            await PostProcessAsync(req, thrown, ct);
            if (thrown is not null && !HttpContext.Items.ContainsKey(ContextKey.ExceptionHandled))
                thrown.Throw();
        }
    }

    private ValueTask<TRequest> BindAsync(CancellationToken ct)
    {
        if (Definition.MaxRequestSize > 0 && HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Definition.MaxRequestSize;

        return RequestBinder<TRequest>.BindAsync(HttpContext, ValidationFailures, ct);
    }

    private async Task ValidateAsync(TRequest req, CancellationToken ct)
    {
        if (Definition.GetValidator() is not IValidator<TRequest> validator)
            return;

        var outcome = await validator.ValidateAsync(req, ct);
        foreach (var failure in outcome.Errors)
            ValidationFailures.Add(failure, Definition.BodyPrefix);
        if (ValidationFailures.Count > 0 && Definition.ThrowIfValidationFails)
            throw new ValidationFailureException(ValidationFailures, "Request validation failed");
    }

    private async Task HandleAndAnswerAsync(TRequest req, CancellationToken ct)
    {
        if (Definition.ExecuteAsyncImplemented)
        {
            _response = await ExecuteAsync(req, ct);
            if (!Definition.DontAutoSend && typeof(IResult).IsAssignableFrom(typeof(TResponse)))
                await Send.ResultAsync((IResult)_response!);
        }
        else
        {
            await HandleAsync(req, ct);
        }

        if (HttpContext.Items.TryGetValue(ContextKey.Response, out var sent) && sent is TResponse typed)
            _response ??= typed;
        else
            HttpContext.Items[ContextKey.Response] = _response;

        if (Definition.DontAutoSend || ResponseStarted)
            return;
        await (_response is null
            ? HttpContext.Response.SendNoContentAsync(ct)
            : HttpContext.Response.SendAsync(_response, HttpContext.Response.StatusCode, null, ct));
    }

    private async Task FailAsync(Exception x, int statusCode, TRequest req, bool preProcessed, CancellationToken ct)
    {
        if (!preProcessed)
            await PreProcessAsync(req, ct);
        OnValidationFailed();
        await OnValidationFailedAsync(ct);
        if (Definition.DoNotCatchExceptions)
            throw x;
        if (!ResponseStarted)
            await Send.ErrorsAsync(statusCode, ct);
    }

    private async Task PreProcessAsync(TRequest? req, CancellationToken ct)
    {
        if (Definition.PreProcessorList.Count == 0)
            return;

        var context = new PreProcessorContext<TRequest>(req, HttpContext, ValidationFailures);
        foreach (var processor in Definition.PreProcessorList)
            await ((IPreProcessor)processor).PreProcessAsync(context, ct);
    }

    private async Task PostProcessAsync(TRequest? req, ExceptionDispatchInfo? thrown, CancellationToken ct)
    {
        if (Definition.PostProcessorList.Count == 0)
            return;

        var context = new PostProcessorContext<TRequest, TResponse>(req, _response, HttpContext, thrown, ValidationFailures);
        foreach (var processor in Definition.PostProcessorList)
            await ((IPostProcessor)processor).PostProcessAsync(context, ct);
    }
}
