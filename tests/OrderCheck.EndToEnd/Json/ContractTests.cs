using System.Net;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Json;

/// <summary>Every method, as gRPC and as JSON: the same refusals, field by field.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class ContractTests(SharedServer shared)
{
    private static readonly string TooLong = new('x', 65);
    private static readonly Marshaller<IMessage> Request = new(static message => message.ToByteArray(), static _ => throw new NotSupportedException());
    private static readonly Marshaller<byte[]> Answer = new(static bytes => bytes, static bytes => bytes);

    public static TheoryData<string> Methods() => [.. ContractMethods.All.Select(static m => m.FullName)];

    /// <summary>Unary, and with a field that can be bad.</summary>
    public static TheoryData<string> WithFields() =>
        [.. ContractMethods.All.Where(static m => !m.IsClientStreaming && !m.IsServerStreaming && m.InputType.Fields.InDeclarationOrder().Count > 0).Select(static m => m.FullName)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_method_answers_under_v1(string name)
    {
        var method = ContractMethods.Find(name);
        var rule = ContractMethods.Rule(method);
        Assert.NotNull(rule);
        var (verb, path) = ContractMethods.Place(rule);
        Assert.StartsWith("/v1/", path);
        using var nobody = new JsonCaller(shared.Server.HttpAddress, apiKey: null);

        var reply = await nobody.SendAsync(verb, path.Replace('{', 'x').Replace('}', 'x'), verb == HttpMethod.Get ? null : "{}", ContractMethods.ContentType(method));

        reply.AssertProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "unauthenticated");
    }

    [Theory]
    [MemberData(nameof(WithFields))]
    public async Task A_bad_field_is_named_in_gRPC_and_in_JSON_alike(string name)
    {
        var method = ContractMethods.Find(name);
        var request = BadRequestOf(method);
        using var caller = CallerFor(method);

        var refusal = await Refusal.OfAsync(() => CallAsync(caller, method, request));
        var camel = await JsonAsync(method, request, preserveNames: false);
        var snake = await JsonAsync(method, request, preserveNames: true);

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        Assert.NotEmpty(refusal.Fields);
        camel.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form");
        Assert.Equal(refusal.Fields.Select(static f => (Camel(f.Field), f.Description)), camel.Violations);
        Assert.Equal(refusal.Fields.Select(static f => f.Description), snake.Violations.Select(static v => v.Description));
    }

    /// <summary>Filled where the path wants it, and there too long; a number out of its range; else empty, which no method takes.</summary>
    private static IMessage BadRequestOf(MethodDescriptor method)
    {
        var request = (IMessage)Activator.CreateInstance(method.InputType.ClrType)!;
        var (_, path) = ContractMethods.Place(ContractMethods.Rule(method)!);
        foreach (var field in method.InputType.Fields.InDeclarationOrder())
        {
            if (path.Contains($"{{{field.Name}}}", StringComparison.Ordinal))
                field.Accessor.SetValue(request, TooLong);
            else if (field.FieldType == FieldType.Int32 && !field.IsRepeated)
                field.Accessor.SetValue(request, -1);
        }

        return request;
    }

    private static async Task CallAsync(His caller, MethodDescriptor method, IMessage request)
    {
        var call = new Method<IMessage, byte[]>(MethodType.Unary, method.Service.FullName, method.Name, Request, Answer);
        await caller.Channel.CreateCallInvoker().AsyncUnaryCall(call, null, caller.Options, request);
    }

    private async Task<JsonReply> JsonAsync(MethodDescriptor method, IMessage request, bool preserveNames)
    {
        var (verb, path) = ContractMethods.Place(ContractMethods.Rule(method)!);
        var query = new List<string>();
        foreach (var field in method.InputType.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(request);
            if (path.Contains($"{{{field.Name}}}", StringComparison.Ordinal))
                path = path.Replace($"{{{field.Name}}}", (string)value, StringComparison.Ordinal);
            else if (verb == HttpMethod.Get && value is int number && number != 0)
                query.Add($"{(preserveNames ? field.Name : field.JsonName)}={number}");
        }

        using var caller = new JsonCaller(shared.Server.HttpAddress, KeyFor(method), RoleFor(method));
        var body = verb == HttpMethod.Get
            ? null
            : new JsonFormatter(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(preserveNames)).Format(request);
        return await caller.SendAsync(verb, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", body);
    }

    private His CallerFor(MethodDescriptor method) => new(shared.Server.GrpcAddress, KeyFor(method), RoleFor(method));

    private string KeyFor(MethodDescriptor method) => IsAdministration(method) ? shared.AdministratorKey : shared.ApiKey;

    private static string RoleFor(MethodDescriptor method) => IsAdministration(method) ? "admin" : method.Name == "ListRuleCounts" ? "officer" : "his";

    private static bool IsAdministration(MethodDescriptor method) => method.Service.Name == "AdministrationService";

    private static string Camel(string path) =>
        System.Text.RegularExpressions.Regex.Replace(path, "_([a-z])", static m => m.Groups[1].Value.ToUpperInvariant());
}
