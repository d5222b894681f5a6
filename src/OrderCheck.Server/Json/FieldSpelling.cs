using System.Text;
using OrderCheck.Server.Errors;

namespace OrderCheck.Server.Json;

/// <summary>
/// How a request spells its fields. Both of protobuf's JSON spellings are read, unitPrice and unit_price; what is said of a
/// request is said in its own: unit_price as soon as one of its names has an underscore, else unitPrice.
/// </summary>
/// <param name="inLine">The request is a line of a stream: the path that a stream gives it, requests[3].case, is said from the line on, case.</param>
internal sealed class FieldSpelling(bool inLine = false)
{
    /// <summary>Whether a name with an underscore was met.</summary>
    public bool Underscores { get; private set; }

    public void Note(string name) => Underscores |= name.Contains('_', StringComparison.Ordinal);

    /// <param name="path">A path of proto names, such as charges[3].unit_price.</param>
    public string Spell(string path)
    {
        var own = inLine ? StreamedRequest.Within(path) : path;
        return Underscores ? own : ToCamelCase(own);
    }

    /// <summary>As protobuf derives a field's JSON name from its own.</summary>
    public static string ToCamelCase(string path)
    {
        var text = new StringBuilder(path.Length);
        var upper = false;
        foreach (var c in path)
        {
            if (c == '_')
                upper = true;
            else
            {
                text.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
        }

        return text.ToString();
    }
}
