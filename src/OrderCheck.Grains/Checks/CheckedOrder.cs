using System.IO.Hashing;
using System.Runtime.InteropServices;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>
/// What is kept of an order that was judged, to tell whether the signed one is the same: hashes of its id and of its content. The
/// orders themselves would be most of what an encounter holds in memory.
/// </summary>
/// <param name="Id">As it was judged; a draft's may be provisional.</param>
/// <param name="Content">Equal content, equal hash; never stored, so that another version may make it another way.</param>
internal readonly record struct CheckedOrder(TextHash Id, UInt128 Content)
{
    private const int UsualBytes = 1024;

    public static CheckedOrder Of(Order order) => new(TextHash.Of(order.Id), ContentOf(order));

    /// <summary>Of all that the order says but its ids and its revision: only these change when a draft is signed.</summary>
    public static UInt128 ContentOf(Order order)
    {
        var fields = new Fields(stackalloc byte[UsualBytes]);
        fields.Add((int)order.Kind);
        fields.Add(order.ItemCode);
        fields.Add(order.ItemHospitalCode);
        fields.Add(order.ItemName);
        fields.Add(order.LongTerm);
        fields.Add(order.Dose);
        fields.Add(order.Route);
        fields.Add(order.Frequency);
        fields.Add(order.Quantity);
        fields.Add(order.Days);
        fields.Add(order.StartAt.UtcTicks);
        fields.Add(order.EndAt?.UtcTicks);
        fields.Add(order.GroupNumber);
        fields.Add(order.PrescriptionNumber);
        fields.Add(order.InfantNo);
        fields.Add(order.Department);
        fields.Add(order.Doctor);
        fields.Add(order.EnteredBy);
        fields.Add(order.Rescue);
        fields.Add(order.Intraoperative);
        fields.Add(order.DischargeMedication);
        fields.Add(order.SkinTest);
        fields.Add(order.SelfPay);
        fields.Add(order.LongPrescription);
        fields.Add(order.Sites);
        fields.Add(order.Points);
        fields.Add(order.CountPerExecution);
        fields.Add(order.Course);
        fields.Add(order.CourseExecutions);
        fields.Add(order.UnitPrice?.Micros);
        fields.Add(order.Amount?.Micros);
        fields.Add(order.ProcedureCode);
        fields.Add(order.DoctorTitle);
        return XxHash128.HashToUInt128(fields.Bytes);
    }

    /// <summary>The fields one behind the other, each with its length or a mark that it is absent.</summary>
    private ref struct Fields(Span<byte> room)
    {
        private const int Absent = -1;
        private Span<byte> _room = room;
        private int _length;

        public readonly ReadOnlySpan<byte> Bytes => _room[.._length];

        public void Add(string? text)
        {
            Write(text?.Length ?? Absent);
            Append(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        public void Add(long? number)
        {
            Write(number is null ? Absent : 0);
            Write(number ?? 0);
        }

        public void Add(bool said) => Write(said ? 1 : 0);

        public void Add(Quantity? quantity)
        {
            // In ten thousandths: 1.0 and 1.00 are the same quantity.
            Write(quantity is { } some ? decimal.ToOACurrency(some.Value) : 0);
            Add(quantity?.Unit);
        }

        private void Write<T>(T value)
            where T : unmanaged => Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

        private void Append(scoped ReadOnlySpan<byte> bytes)
        {
            if (_length + bytes.Length > _room.Length)
            {
                var more = new byte[(_length + bytes.Length) * 2];
                Bytes.CopyTo(more);
                _room = more;
            }
            bytes.CopyTo(_room[_length..]);
            _length += bytes.Length;
        }
    }
}
