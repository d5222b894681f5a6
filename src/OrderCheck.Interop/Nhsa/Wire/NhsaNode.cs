using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>An object of a request or of a bureau's answer; of a request with all members that the specification has for it; a property is called as the member is.</summary>
internal abstract class NhsaNode
{
    /// <summary>Members that the specification does not have there, by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Unknown { get; set; }

    /// <summary>Properties whose members are there more than once; null where none is.</summary>
    [JsonIgnore]
    public List<string>? Twice { get; private set; }

    /// <summary>Where the object begins, in bytes.</summary>
    [JsonIgnore]
    public int At { get; set; }

    /// <summary>Behind its end.</summary>
    [JsonIgnore]
    public int End { get; set; }

    /// <summary>Of a member given twice the last value stands.</summary>
    protected NhsaScalar Once(NhsaScalar before, NhsaScalar now, [CallerMemberName] string property = "")
    {
        if (before.IsThere)
            (Twice ??= []).Add(property);
        return now;
    }

    /// <summary>Of a collection given twice all objects stand.</summary>
    protected NhsaNodes<T> Once<T>(NhsaNodes<T>? before, NhsaNodes<T> now, [CallerMemberName] string property = "")
        where T : NhsaNode
    {
        if (before is null)
            return now;
        (Twice ??= []).Add(property);
        now.Before = before;
        return now;
    }
}
