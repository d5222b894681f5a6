using System.Globalization;
using System.Text;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Where in the body the reading is; made a text only where somebody is told.</summary>
internal sealed class PathStack
{
    private readonly List<Place> _places = [];

    public int Depth => _places.Count;

    public void Enter() => _places.Add(default);

    public void Leave() => _places.RemoveAt(_places.Count - 1);

    /// <summary>The member that is read now of the object that was entered last.</summary>
    public void Set(string name) => _places[^1] = new Place(name, -1);

    /// <summary>Which element of that member.</summary>
    public void Set(int index) => _places[^1] = _places[^1] with { Index = index };

    public override string ToString() => With(null);

    /// <summary>With another member of the object in place of the one that is read.</summary>
    public string With(string? member)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _places.Count; i++)
        {
            var (name, index) = _places[i];
            if (member is not null && i == _places.Count - 1)
                (name, index) = (member, -1);
            if (name is null)
                continue;
            if (path.Length > 0)
                path.Append('.');
            path.Append(name);
            if (index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
        }
        return path.ToString();
    }

    private readonly record struct Place(string? Name, int Index);
}
