using OrderCheck.Core.Grouping.Language;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// One case as rules see it: which sets each variable is in, as bits, and the numbers. A scratch object, loaded anew for
/// each case; the bits of all other diagnoses (procedures) are united.
/// </summary>
internal sealed class CaseFacts
{
    public const ulong MajorBit = 1;
    public const ulong MinorBit = 2;

    /// <summary>In place of an ordinal: the position is blank, e.g. a principal procedure that was left out.</summary>
    public const int Blank = -2;

    private const int Unknown = int.MinValue;

    private readonly GroupingScheme _scheme;
    private readonly int _diagnosisWords;
    private readonly int _procedureWords;
    private int[] _diagnoses = new int[16];
    private int[] _procedures = new int[16];
    private int _ageYears;
    private int _ageDays;
    private int _birthWeight;
    private int _sex;
    private int _stayDays;

    public CaseFacts(GroupingScheme scheme)
    {
        _scheme = scheme;
        _diagnosisWords = scheme.Diagnoses.Stride;
        _procedureWords = scheme.Procedures.Stride;
        Bits = new ulong[FactLayout.Length(_diagnosisWords, _procedureWords)];
    }

    /// <summary>Laid out as <see cref="FactLayout"/> says.</summary>
    public ulong[] Bits { get; }

    public int DiagnosisCount { get; private set; }

    public int ProcedureCount { get; private set; }

    public CodeNotes DiagnosisNotes { get; private set; }

    public CodeNotes ProcedureNotes { get; private set; }

    /// <summary>Numbers that a rule asked for in vain.</summary>
    public CaseNumbers Missing { get; private set; }

    /// <summary>The ordinal at a position, principal first; -1 where the code is unknown.</summary>
    public ReadOnlySpan<int> Diagnoses => _diagnoses.AsSpan(0, DiagnosisCount);

    public ReadOnlySpan<int> Procedures => _procedures.AsSpan(0, ProcedureCount);

    public bool HasMajor => (Bits[2 * _diagnosisWords] & MajorBit) != 0;

    public bool HasMinor => (Bits[2 * _diagnosisWords] & MinorBit) != 0;

    /// <summary>Starts a case.</summary>
    public void Begin(int? ageYears, int? ageDays, int? birthWeightGrams, int sex, int? stayDays)
    {
        Array.Clear(Bits);
        DiagnosisCount = 0;
        ProcedureCount = 0;
        DiagnosisNotes = default;
        ProcedureNotes = default;
        Missing = CaseNumbers.None;
        _ageYears = ageYears ?? Unknown;
        // From one year on, the days only have to be past every rule's limit for infants; records often leave them out.
        _ageDays = ageDays ?? (ageYears is >= 1 and < 200 ? ageYears.Value * 365 : Unknown);
        _birthWeight = birthWeightGrams ?? Unknown;
        _sex = sex is 1 or 2 ? sex : Unknown;
        _stayDays = stayDays ?? Unknown;
    }

    public void AddDiagnosis(ReadOnlySpan<char> code)
    {
        var book = _scheme.Diagnoses;
        var mapped = false;
        var ordinal = code.IsEmpty ? Blank : book.Find(code, out mapped);
        if (ordinal < 0 || mapped || book.IsGrey(ordinal))
            DiagnosisNotes = Note(DiagnosisNotes, DiagnosisCount, ordinal, mapped, book);
        if (DiagnosisCount == _diagnoses.Length)
            Array.Resize(ref _diagnoses, DiagnosisCount * 2);
        _diagnoses[DiagnosisCount] = ordinal;
        if (ordinal >= 0)
            Unite(book.Row(ordinal), DiagnosisCount == 0 ? 0 : _diagnosisWords);
        DiagnosisCount++;
    }

    public void AddProcedure(ReadOnlySpan<char> code)
    {
        var book = _scheme.Procedures;
        var mapped = false;
        var ordinal = code.IsEmpty ? Blank : book.Find(code, out mapped);
        if (ordinal < 0 || mapped || book.IsGrey(ordinal))
            ProcedureNotes = Note(ProcedureNotes, ProcedureCount, ordinal, mapped, book);
        if (ProcedureCount == _procedures.Length)
            Array.Resize(ref _procedures, ProcedureCount * 2);
        _procedures[ProcedureCount] = ordinal;
        if (ordinal >= 0)
            Unite(book.Row(ordinal), FactLayout.Procedures(_diagnosisWords) + (ProcedureCount == 0 ? 0 : _procedureWords));
        ProcedureCount++;
    }

    /// <summary>Counts the complications, once all diagnoses are there.</summary>
    public void CountComplications()
    {
        for (var at = 1; at < DiagnosisCount; at++)
        {
            var level = CountedLevel(_diagnoses[at]);
            if (level != ComplicationLevel.None)
                Bits[2 * _diagnosisWords] |= level == ComplicationLevel.Major ? MajorBit : MinorBit;
        }
    }

    /// <summary>Whether the principal diagnosis keeps this complication from counting.</summary>
    public bool IsExcluded(int diagnosis)
    {
        var exclusion = _scheme.Complications.ExclusionOf(diagnosis);
        return exclusion != ComplicationTable.NoExclusion && _diagnoses[0] >= 0 && _scheme.Diagnoses.IsIn(_diagnoses[0], exclusion);
    }

    public int? NumberOf(CaseNumbers variable)
    {
        var value = Raw(variable);
        return value == Unknown ? null : value;
    }

    public bool Compare(CaseNumbers variable, Comparison comparison, int with)
    {
        var value = Raw(variable);
        if (value == Unknown)
        {
            Missing |= variable;
            return false;
        }
        return comparison switch
        {
            Comparison.Equal => value == with,
            Comparison.Less => value < with,
            Comparison.LessOrEqual => value <= with,
            Comparison.Greater => value > with,
            _ => value >= with,
        };
    }

    private ComplicationLevel CountedLevel(int diagnosis)
    {
        if (diagnosis < 0)
            return ComplicationLevel.None;
        var level = _scheme.Complications.LevelOf(diagnosis);
        return level == ComplicationLevel.None || IsExcluded(diagnosis) ? ComplicationLevel.None : level;
    }

    private static CodeNotes Note(CodeNotes notes, int position, int ordinal, bool mapped, CodeBook book)
    {
        if (ordinal == Blank)
            return notes;
        if (ordinal < 0)
            return notes with { Unknown = notes.Unknown.With(position) };
        if (mapped)
            notes = notes with { Mapped = notes.Mapped.With(position) };
        return book.IsGrey(ordinal) ? notes with { Grey = notes.Grey.With(position) } : notes;
    }

    private void Unite(ReadOnlySpan<ulong> row, int at)
    {
        for (var word = 0; word < row.Length; word++)
            Bits[at + word] |= row[word];
    }

    private int Raw(CaseNumbers variable) => variable switch
    {
        CaseNumbers.AgeYears => _ageYears,
        CaseNumbers.AgeDays => _ageDays,
        CaseNumbers.BirthWeight => _birthWeight,
        CaseNumbers.Sex => _sex,
        _ => _stayDays,
    };
}
