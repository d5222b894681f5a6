namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>How many rows of each list became what.</summary>
internal sealed class DrugListTally
{
    private readonly Dictionary<string, int[]> _lists = [];

    public IReadOnlyList<string> Lists => [.. _lists.Keys];

    public void Count(string list, DrugFate fate)
    {
        if (!_lists.TryGetValue(list, out var counts))
            _lists[list] = counts = new int[Enum.GetValues<DrugFate>().Length];
        counts[(int)fate]++;
    }

    public int Of(string list, DrugFate fate) => _lists[list][(int)fate];

    public int Of(DrugFate fate) => _lists.Values.Sum(counts => counts[(int)fate]);

    public int Rows => _lists.Values.Sum(counts => counts.Sum());

    public static string Name(DrugFate fate) => fate switch
    {
        DrugFate.Superseded => "superseded",
        DrugFate.Executable => "executable",
        DrugFate.Text => "text",
        DrugFate.WithoutCode => "without_code",
        _ => "rejected",
    };
}
