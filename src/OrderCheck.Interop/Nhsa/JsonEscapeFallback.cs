using System.Globalization;
using System.Text;

namespace OrderCheck.Interop.Nhsa;

/// <summary>What a charset lacks becomes the escape of a JSON text: only texts of ours hold characters beyond ASCII.</summary>
internal sealed class JsonEscapeFallback : EncoderFallback
{
    private const int EscapeLength = 6;

    public override int MaxCharCount => 2 * EscapeLength;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Escapes();

    private sealed class Escapes : EncoderFallbackBuffer
    {
        private string _text = "";
        private int _at;

        public override int Remaining => _text.Length - _at;

        public override bool Fallback(char charUnknown, int index) => Set(Escape(charUnknown));

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Set(Escape(charUnknownHigh) + Escape(charUnknownLow));

        public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

        public override bool MovePrevious()
        {
            if (_at == 0)
                return false;
            _at--;
            return true;
        }

        public override void Reset() => (_text, _at) = ("", 0);

        private bool Set(string text)
        {
            (_text, _at) = (text, 0);
            return true;
        }

        private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
    }
}
