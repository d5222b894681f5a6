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
            : (HttpMethod.Post, rule.Post);
    }

    /// <summary>A request without a body: fields that the path names go into it, the others that are set into the query.</summary>
    private static string Fill(string template, IMessage request)
    {
        var path = template;
        var query = new StringBuilder();
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            var value = Uri.EscapeDataString(Convert.ToString(field.Accessor.GetValue(request), CultureInfo.InvariantCulture) ?? "");
            var place = "{" + field.Name + "}";
            if (path.Contains(place))
                path = path.Replace(place, value);
            else if (value is not ("" or "0"))
                query.Append(query.Length == 0 ? '?' : '&').Append(field.Name).Append('=').Append(value);
        }

        return path + query;
    }
}
