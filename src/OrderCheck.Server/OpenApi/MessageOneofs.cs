using Google.Protobuf.Reflection;

namespace OrderCheck.Server.OpenApi;

internal static class MessageOneofs
{
    /// <summary>Without those that stand for an optional field.</summary>
    public static IEnumerable<OneofDescriptor> RealOneofs(this MessageDescriptor message) => message.Oneofs.Where(static o => !o.IsSynthetic);
}
