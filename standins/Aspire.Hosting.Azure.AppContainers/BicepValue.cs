using System.Collections;
using Aspire.Hosting;

namespace Azure.Provisioning;

/// <summary>Of Azure.Provisioning 1.5.0: a value or an expression of Bicep.</summary>
public abstract class BicepValue
{
    internal BicepValue() => throw StandIn.DoesNotPublish();
}

public class BicepValue<T> : BicepValue
{
    internal BicepValue()
    {
    }

    public T? Value => throw StandIn.DoesNotPublish();

    public static implicit operator BicepValue<T>(T value) => throw StandIn.DoesNotPublish();
}

public class BicepList<T> : BicepValue, IEnumerable<BicepValue<T>>
{
    internal BicepList()
    {
    }

    public BicepValue<T> this[int index]
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public void Add(BicepValue<T> item) => throw StandIn.DoesNotPublish();

    public IEnumerator<BicepValue<T>> GetEnumerator() => throw StandIn.DoesNotPublish();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
