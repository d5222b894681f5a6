using System.Globalization;
using System.Text;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Where in the body the reading is; made a text only where somebody is told.</summary>
internal sealed class PathStack
{
    private const int UsualDepth = 8;

    private Place[] _places = new Place[UsualDepth];
    private int _depth;

    /// <summary>Of the object that was entered last.</summary>
    public NodeFields Fields => _places[_depth - 1].Fields;

    public void Enter(NodeFields fields)
    {
        if (_depth == _places.Length)
            Array.Resize(ref _places, 2 * _depth);
        _places[_depth++] = new Place(fields);
    }

    public void Leave() => _depth--;

    /// <summary>The member that is read now of the object that was entered last; null: the object itself.</summary>
    public void Set(string? name)
    {
        ref var place = ref _places[_depth - 1];
        (place.Name, place.Index) = (name, -1);
    }

    /// <summary>Which element of that member.</summary>
    public void Set(int index) => _places[_depth - 1].Index = index;

    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (ref readonly var place in _places.AsSpan(0, _depth))
        {
            if (place.Name is null)
                continue;
            if (path.Length > 0)
                path.Append('.');
            path.Append(place.Name);
            if (place.Index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{place.Index}]");
        }
        return path.ToString();
    }

    private struct Place(NodeFields fields)
    {
        public readonly NodeFields Fields = fields;
        public string? Name;
        public int Index = -1;
    }
}
