using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_diagnose_dtos; codes of Chinese medicine stand among those of ICD-10.</summary>
internal sealed class DiagnosisReader(ReadingContext context)
{
    public ReadDiagnosis Read(ref JsonWalk walk)
    {
        walk.Enter(out _);
        var read = new ReadDiagnosis();
        var seen = 0UL;
        for (var slot = walk.Member(context.Fields.Diagnosis, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Diagnosis, ref seen))
        {
            read = (DiagnosisField)slot switch
            {
                DiagnosisField.Id => read with { Id = walk.Id() },
                DiagnosisField.Side => read with { Discharge = walk.Meaning(context.Profile, NhsaTables.DiagnosisSide) == RegionWords.Discharge },
                DiagnosisField.Main => read with { Main = walk.Meaning(context.Profile, NhsaTables.Principal) == RegionWords.Yes },
                DiagnosisField.Code => read with { Code = walk.Id() },
                DiagnosisField.Name => read with { Name = walk.Text() },
                DiagnosisField.At => read with { At = walk.Time(context.Zone, context.Events) },
                _ => read with { VisitId = walk.Id() },
            };
        }
        return read;
    }
}
