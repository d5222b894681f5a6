using System.Globalization;
using System.Text;

namespace OrderCheck.Server.Json;

/// <summary>Where in a text its reader is: charges[3].unitPrice.</summary>
internal sealed class JsonPath
{
    private const int LongestName = 64;

    private readonly List<(string? Name, int Index)> _steps = [];

    public void Enter(string name) => _steps.Add((name, 0));

    public void EnterElement(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _steps)
        {
            if (name is null)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                text.Append(text.Length == 0 ? "" : ".").Append(name.Length <= LongestName ? name : name[..LongestName] + "…");
        }

        return text.ToString();
    }
}
