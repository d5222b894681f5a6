using System.Globalization;
using System.Text;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace OrderCheck.Client.Wire;

/// <summary>Where a method is under /v1, as its google.api.http option in the contract says.</summary>
internal static class JsonAddress
{
    public static (HttpMethod Verb, string PathAndQuery) Of(MethodDescriptor method, IMessage request)
    {
        var rule = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        return rule.PatternCase == HttpRule.PatternOneofCase.Get
            ? (HttpMethod.Get, Fill(rule.Get, request))
            : (HttpMethod.Post, FillPath(rule.Post, request));
    }

    /// <summary>What goes into the body: a field that the path has is not said twice.</summary>
    public static IMessage BodyOf(MethodDescriptor method, IMessage request)
    {
        var template = method.GetOptions().GetExtension(AnnotationsExtensions.Http).Post;
        var inPath = request.Descriptor.Fields.InDeclarationOrder().Where(field => template.Contains(Place(field))).ToList();
        if (inPath.Count == 0)
            return request;
        var body = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        inPath.ForEach(field => field.Accessor.Clear(body));
        return body;
    }

    private static string FillPath(string template, IMessage request) => request.Descriptor.Fields.InDeclarationOrder()
        .Aggregate(template, (path, field) => path.Contains(Place(field)) ? path.Replace(Place(field), Escaped(field, request)) : path);

    private static string Place(FieldDescriptor field) => "{" + field.Name + "}";

    private static string Escaped(FieldDescriptor field, IMessage request) =>
        Uri.EscapeDataString(Convert.ToString(field.Accessor.GetValue(request), CultureInfo.InvariantCulture) ?? "");

    /// <summary>A request without a body: fields that the path names go into it, the others that are set into the query.</summary>
    private static string Fill(string template, IMessage request)
    {
        var path = template;
        var query = new StringBuilder();
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            var value = Escaped(field, request);
            var place = Place(field);
            if (path.Contains(place))
                path = path.Replace(place, value);
            else if (value is not ("" or "0"))
                query.Append(query.Length == 0 ? '?' : '&').Append(field.Name).Append('=').Append(value);
        }

        return path + query;
    }
}
