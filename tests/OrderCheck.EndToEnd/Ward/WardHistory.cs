using System.Text.Json;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>One case history (病例) of the ward.</summary>
/// <param name="File">Under Ward: "内科.json".</param>
/// <param name="Number">Over all files, from 1: the visit is named after it.</param>
internal sealed record WardHistory(string File, int Number, string Name, JsonElement Told)
{
    public static readonly string[] Members = ["病例", "说明", "场景", "医院", "第1天", "患者", "其他就诊", "经过"];

    public static readonly string Folder = Path.Combine(Repository.Root, "tests/OrderCheck.EndToEnd/Ward");

    private static readonly Lazy<IReadOnlyList<WardHistory>> Read = new(ReadAll);

    public static IReadOnlyList<WardHistory> All => Read.Value;

    public string Visit => $"ward-{Number:000}";

    /// <summary>The same in the patient's other encounters.</summary>
    public string Patient => $"WARD-PATIENT-{Visit}";

    /// <summary>场景: what the history is an example of, beside its rules.</summary>
    public IEnumerable<string> Scenes => Told.TryGetProperty("场景", out var scenes) ? WardEntry.Each(scenes).Select(scene => scene.ToString()) : [];

    private static List<WardHistory> ReadAll()
    {
        var histories = new List<WardHistory>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var whole = JsonDocument.Parse(System.IO.File.ReadAllBytes(file)).RootElement;
            foreach (var told in whole.GetProperty("病例").EnumerateArray())
                histories.Add(new WardHistory(Path.GetFileName(file), histories.Count + 1, told.GetProperty("病例").GetString()!, told));
        }
        return histories;
    }
}
