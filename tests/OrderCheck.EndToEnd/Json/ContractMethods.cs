using Google.Api;
using Google.Protobuf.Reflection;

namespace OrderCheck.EndToEnd.Json;

/// <summary>Every method of the contract as these tests were compiled with it.</summary>
internal static class ContractMethods
{
    public static IReadOnlyList<MethodDescriptor> All { get; } =
    [
        .. typeof(Protocol.V1.ServicesReflection).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(Protocol.V1.ServicesReflection).Namespace && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(static type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
            .SelectMany(static file => file.Services)
            .SelectMany(static service => service.Methods)
            .OrderBy(static method => method.FullName, StringComparer.Ordinal),
    ];

    /// <summary>A stream of requests is JSON lines.</summary>
    public static string ContentType(MethodDescriptor method) => method.IsClientStreaming ? "application/x-ndjson" : "application/json";

    public static MethodDescriptor Find(string fullName) => All.Single(method => method.FullName == fullName);

    /// <summary>Null if the method has none.</summary>
    public static HttpRule? Rule(MethodDescriptor method) => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    public static (HttpMethod Method, string Path) Place(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
        HttpRule.PatternOneofCase.Put => (HttpMethod.Put, rule.Put),
        HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
        _ => throw new InvalidOperationException($"No test knows how to call {rule}."),
    };
}
