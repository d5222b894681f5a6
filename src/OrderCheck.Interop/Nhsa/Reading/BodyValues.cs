using System.Runtime.CompilerServices;
using System.Text.Json;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>
/// Tells what the values of a deserialised body say, and knows where each stands. One value is told at a time; what cannot be
/// understood ends the reading.
/// </summary>
/// <param name="body">In UTF-8.</param>
internal sealed partial class BodyValues(ReadOnlyMemory<byte> body, Tolerance tolerance)
{
    private readonly TextPool _texts = new();
    private NhsaScalar _value;
    private int _slot;

    public PathStack Path { get; } = new();

    public Tolerance Tolerance { get; } = tolerance;

    private string Place => Path.ToString() is { Length: > 0 } path ? path : "报文";

    /// <summary>To the members of an object; <see cref="PathStack.Leave"/> ends it.</summary>
    public void Enter(NodeFields fields, NhsaNode node)
    {
        Path.Enter(fields);
        foreach (var name in node.Unknown?.Keys ?? Enumerable.Empty<string>())
        {
            Path.Set(Form.IsName(name) ? name : null);
            Tolerate(Deviations.UnknownField);
        }
        foreach (var property in node.Twice ?? [])
        {
            Path.Set(fields.NameOf(NhsaWire.NameOf(property)));
            Tolerate(Deviations.FieldTwice);
        }
    }

    public void Leave() => Path.Leave();

    /// <summary>To a member of the object that was entered last. One that is required and not there is counted.</summary>
    /// <param name="field">Of the node's enum.</param>
    public BodyValues At<TField>(TField field, NhsaScalar value)
        where TField : struct, Enum
    {
        (_slot, _value) = (Unsafe.BitCast<TField, int>(field), value);
        Path.Set(Path.Fields.Name(_slot));
        if (!value.IsThere && Path.Fields.IsRequired(_slot))
            Tolerate(Deviations.Missing);
        return this;
    }

    /// <summary>The objects of a collection: of an array, or one alone; nothing where nothing is told.</summary>
    public IEnumerable<T> Each<TField, T>(TField field, NhsaNodes<T>? nodes)
        where TField : struct, Enum
        where T : NhsaNode
    {
        foreach (var one in Given(nodes))
        {
            At(field, one.Itself);
            if (one.Itself.Kind == JsonTokenType.StartObject)
                Tolerate(Deviations.SingleObject);
            else if (one.Itself.Kind == JsonTokenType.Null || (one.Itself.Kind == JsonTokenType.String && IsBlank(Raw())))
                Blank();
            else if (one.Itself.Kind != JsonTokenType.StartArray)
                throw Refuse("数组[…]");
            foreach (var node in Objects(field, one))
                yield return node;
        }
        if (nodes is null)
            At(field, default);
    }

    /// <summary>The one object that a member is, or those of the array that stands in its place.</summary>
    public IEnumerable<T> One<TField, T>(TField field, NhsaNodes<T>? nodes)
        where TField : struct, Enum
        where T : NhsaNode
    {
        foreach (var one in Given(nodes))
        {
            At(field, one.Itself);
            if (one.Itself.Kind == JsonTokenType.StartArray)
                Tolerate(Deviations.ArrayForObject);
            else if (one.Itself.Kind != JsonTokenType.StartObject)
                throw Refuse("对象{…}");
            foreach (var node in Objects(field, one))
                yield return node;
        }
    }

    /// <summary>The body's own object.</summary>
    public T Root<T>(NhsaNodes<T> root)
        where T : NhsaNode
    {
        _value = root.Itself;
        return root is { Itself.Kind: JsonTokenType.StartObject, Objects: [{ } only] } ? only : throw Refuse("对象{…}");
    }

    /// <summary>Says what is allowed instead of the value.</summary>
    public NotUnderstoodException Refuse(string allowed, string? value = null) =>
        new(Path.ToString(), $"{Place}：值的形式为“{(value is null ? FormOfToken() : Form.Of(value))}”，应为{allowed}", _value.At);

    /// <summary>Says that a member of the object that was entered last is lacking.</summary>
    public NotUnderstoodException Lacking<TField>(TField field, NhsaNode node, string why)
        where TField : struct, Enum
    {
        Path.Set(Path.Fields.Name(Unsafe.BitCast<TField, int>(field)));
        return new(Path.ToString(), $"{Path}：缺失，{why}", node.At);
    }

    public void Tolerate(string kind)
    {
        if (!Tolerance.Again(kind))
            Tolerance.Add(kind, Path.ToString());
    }

    /// <summary>In the order of the body.</summary>
    private static IEnumerable<NhsaNodes<T>> Given<T>(NhsaNodes<T>? last)
        where T : NhsaNode
    {
        if (last is null)
            return [];
        return last.Before is null ? [last] : [.. Given(last.Before), last];
    }

    private IEnumerable<T> Objects<TField, T>(TField field, NhsaNodes<T> nodes)
        where TField : struct, Enum
        where T : NhsaNode
    {
        for (var index = 0; index < nodes.Objects.Count; index++)
        {
            if (nodes.Objects[index] is not { } node)
                continue;
            if (nodes.Itself.Kind == JsonTokenType.StartArray)
                Path.Set(index);
            yield return node;
        }
        if (!nodes.Stranger.IsThere)
            yield break;
        At(field, nodes.Stranger);
        Path.Set(nodes.StrangerIndex);
        throw Refuse("对象{…}");
    }

    private string FormOfToken() => _value.Kind switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number or JsonTokenType.String => Form.Of(_texts.Of(_value.In(body.Span))),
        _ => "",
    };
}
