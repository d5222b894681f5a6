using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_operation_dtos.</summary>
internal sealed class OperationReader(ReadingContext context)
{
    public ReadOperation Read(ref JsonWalk walk)
    {
        walk.Enter(out _);
        var read = new ReadOperation();
        var seen = 0UL;
        for (var slot = walk.Member(context.Fields.Operation, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Operation, ref seen))
        {
            read = (OperationField)slot switch
            {
                OperationField.Id => read with { Id = walk.Id() },
                OperationField.Code => read with { Code = walk.Id() },
                OperationField.Name => read with { Name = walk.Text() },
                OperationField.Main => read with { Main = walk.Meaning(context.Profile, NhsaTables.PrincipalOperation) == RegionWords.Yes },
                OperationField.At => read with { At = walk.Time(context.Zone, context.Events) },
                OperationField.Doctor => read with { Doctor = walk.Id() },
                _ => read with { VisitId = walk.Id() },
            };
        }
        return read;
    }
}
