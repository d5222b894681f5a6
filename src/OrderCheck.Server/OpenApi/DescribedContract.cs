using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace OrderCheck.Server.OpenApi;

/// <summary>The contract as its proto files say it, comments and all; read from what the build embedded.</summary>
internal static class DescribedContract
{
    private const string Resource = "contract.protoset";
    private const string Package = "ordercheck.v1";

    /// <summary>Services in the order of their files, each with its methods that are called over plain HTTP.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services { get; } = [.. Read().Where(static f => f.Package == Package).SelectMany(static f => f.Services)];

    /// <summary>Messages that are in an answer, by their full names: these get new fields, which a caller must bear.</summary>
    public static IReadOnlySet<string> Answered { get; } = Services.SelectMany(static s => s.Methods).Aggregate(
        new HashSet<string>(), static (seen, method) => Reach(method.OutputType, seen));

    /// <summary>Null for a method that has no JSON form.</summary>
    public static HttpRule? RuleOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    /// <summary>The comment before a service, method, message, field or value, as one paragraph; "" if there is none.</summary>
    public static string CommentOf(DescriptorBase descriptor)
    {
        var comment = descriptor.Declaration?.LeadingComments ?? "";
        return string.Join(' ', comment.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static HashSet<string> Reach(MessageDescriptor message, HashSet<string> seen)
    {
        if (seen.Add(message.FullName))
        {
            foreach (var field in message.Fields.InDeclarationOrder().Where(static f => f.FieldType == FieldType.Message))
                Reach(field.MessageType, seen);
        }

        return seen;
    }

    private static IReadOnlyList<FileDescriptor> Read()
    {
        using var stream = typeof(DescribedContract).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The build did not embed {Resource}.");
        var extensions = new ExtensionRegistry { AnnotationsExtensions.Http };
        var files = FileDescriptorSet.Parser.WithExtensionRegistry(extensions).ParseFrom(stream).File;
        return FileDescriptor.BuildFromByteStrings(files.Select(static f => f.ToByteString()), extensions);
    }
}
