namespace OrderCheck.Grains.Serialization;

/// <summary>Which types cross the grain boundary by our own copier and codec: the domain's immutable records.</summary>
internal static class DomainTypes
{
    public static bool Include(Type type) =>
        !typeof(Exception).IsAssignableFrom(type)
        && !typeof(IAddressable).IsAssignableFrom(type)
        && type.Namespace is { } name
        && (name == "OrderCheck" || name.StartsWith("OrderCheck.Core", StringComparison.Ordinal) || name.StartsWith("OrderCheck.Grains", StringComparison.Ordinal))
        && type is { IsAbstract: false, IsGenericType: false } or { IsAbstract: true, IsSealed: false, IsInterface: false, IsGenericType: false };
}
