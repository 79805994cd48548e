namespace FastEndpoints;

public abstract partial class Endpoint<TRequest, TResponse>
{
    public virtual void OnBeforeValidate(TRequest req)
    {
    }

    public virtual Task OnBeforeValidateAsync(TRequest req, CancellationToken ct) => Task.CompletedTask;

    public virtual void OnAfterValidate(TRequest req)
    {
    }

    public virtual Task OnAfterValidateAsync(TRequest req, CancellationToken ct) => Task.CompletedTask;

    public virtual void OnBeforeHandle(TRequest req)
    {
    }

    public virtual Task OnBeforeHandleAsync(TRequest req, CancellationToken ct) => Task.CompletedTask;

    public virtual void OnAfterHandle(TRequest req, TResponse res)
    {
    }

    public virtual Task OnAfterHandleAsync(TRequest req, TResponse res, CancellationToken ct) => Task.CompletedTask;

    public virtual void OnValidationFailed()
    {
    }

    public virtual Task OnValidationFailedAsync(CancellationToken ct) => Task.CompletedTask;
}
