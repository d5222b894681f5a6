using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How the relay writes JSON: Chinese as Chinese, as the bureaus do, since it stands in no page.</summary>
internal static class RelayJson
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
