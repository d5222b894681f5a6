using System.Text;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Texts of one body: its lines say the same departments, doctors and units over and over.</summary>
internal sealed class TextPool
{
    private const int Places = 1024;
    private const int LongestPooled = 64;

    private readonly string?[] _texts = new string?[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestPooled)
            return Encoding.UTF8.GetString(utf8);
        Span<char> text = stackalloc char[LongestPooled];
        var chars = text[..Encoding.UTF8.GetChars(utf8, text)];
        ref var place = ref _texts[Hash(utf8) % Places];
        if (place is not null && chars.SequenceEqual(place))
            return place;
        return place = new string(chars);
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        unchecked
        {
            foreach (var one in bytes)
                hash = (hash ^ one) * 16777619u;
        }
        return hash;
    }
}
