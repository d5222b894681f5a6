using Orleans.Serialization.Cloning;

namespace OrderCheck.Grains.Serialization;

/// <summary>The domain's records never change, so a call within the silo hands over the very instance.</summary>
internal sealed class SameInstanceCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => DomainTypes.Include(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
