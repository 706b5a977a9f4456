using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Tests.Fields.Names;

/// <summary>Whole names as forms, lists and people write them: no word that is not a name becomes one.</summary>
[TestClass]
public sealed class WholeNameWritingTests
{
    // salutation | first | middle | last | suffix
    [TestMethod]
    [DataRow("Smith,John", "|John||Smith|")]
    [DataRow("SMITH,JOHN A", "|John|A|Smith|")]
    [DataRow("Smith , John", "|John||Smith|")]
    [DataRow("smith , john", "|John||Smith|")]
    [DataRow("Smith, J.R.", "|J.R.||Smith|")]
    [DataRow("Smith, S.R.", "|S.R.||Smith|")]
    [DataRow("Doe, Mr. John", "Mr.|John||Doe|")]
    [DataRow("Doe, Dr. John", "Dr.|John||Doe|")]
    [DataRow("Doe, Dr. John A.", "Dr.|John|A.|Doe|")]
    [DataRow("Doe, Dr. John, Jr.", "Dr.|John||Doe|Jr.")]
    [DataRow("Doe, Dr. John A., III", "Dr.|John|A.|Doe|III")]
    [DataRow("Doe, Dr. John A. Kenneth", "Dr.|John|A. Kenneth|Doe|")]
    [DataRow("Doe, Dr. John A. Kenneth, Jr.", "Dr.|John|A. Kenneth|Doe|Jr.")]
    [DataRow("de la Vega, Dr. Juan", "Dr.|Juan||De la Vega|")]
    [DataRow("de la Vega, Dr. Juan Q., III", "Dr.|Juan|Q.|De la Vega|III")]
    [DataRow("Velasquez y Garcia, Dr. Juan Q. Xavier, III", "Dr.|Juan|Q. Xavier|Velasquez y Garcia|III")]
    [DataRow("Doe-Ray, Dr. John P., CFP, DDS", "Dr.|John|P.|Doe-Ray|CFP, DDS")]
    [DataRow("Smith Jr., John", "|John||Smith|Jr.")]
    [DataRow("Smith III, John Q.", "|John|Q.|Smith|III")]
    [DataRow("Dr. Smith, John", "Dr.|John||Smith|")]
    [DataRow("Lee, Ma", "|Ma||Lee|")]
    [DataRow("De Leon, Ma", "|Ma||De Leon|")]
    public void Last_name_first(string raw, string parts) => AreParts(parts, raw);

    [TestMethod]
    [DataRow("Bob Smith, MBA", "|Bob||Smith|MBA")]
    [DataRow("Jane Doe, RN", "|Jane||Doe|RN")]
    [DataRow("Jane Doe, RN, BSN", "|Jane||Doe|RN, BSN")]
    [DataRow("Jane Q. Doe, PA-C", "|Jane|Q.|Doe|PA-C")]
    [DataRow("Dan Oak, M.Ed", "|Dan||Oak|M.Ed")]
    [DataRow("Dan Oak, M.Ed.", "|Dan||Oak|M.Ed.")]
    [DataRow("John Smith, Ph. D.", "|John||Smith|Ph. D.")]
    [DataRow("John Smith, Esq.", "|John||Smith|Esq.")]
    [DataRow("JANE DOE, RN", "|Jane||Doe|RN")]
    [DataRow("John Smith, V", "|John||Smith|V")]
    [DataRow("Smith, Jr.", "|||Smith|Jr.")]
    public void Degrees_are_a_suffix(string raw, string parts) => AreParts(parts, raw);

    [TestMethod]
    [DataRow("Carl Hill (Chuck)", "|Carl||Hill|")]
    [DataRow("John Jones (Unknown)", "|John||Jones|")]
    [DataRow("John Jones (not known yet), Jr.", "|John||Jones|Jr.")]
    [DataRow("Robert \"Bob\" Smith", "|Robert||Smith|")]
    [DataRow("Robert 'Bob' Smith", "|Robert||Smith|")]
    [DataRow("Robert (Bob) J. Smith", "|Robert|J.|Smith|")]
    [DataRow("Bob Smith \U0001F642", "|Bob||Smith|")]
    [DataRow("\U0001F642 Bob Smith", "|Bob||Smith|")]
    [DataRow("Ann Lee 602-234-9876", "|Ann||Lee|")]
    [DataRow("Ann Lee - 34", "|Ann||Lee|")]
    [DataRow("John Smith 3rd", "|John||Smith|3rd")]
    public void Notes_and_nicknames_are_no_names(string raw, string parts) => AreParts(parts, raw);

    [TestMethod]
    [DataRow("Mr. and Mrs. Smith", "Mr. and Mrs.|||Smith|")]
    [DataRow("MR AND MRS SMITH", "Mr and Mrs|||Smith|")]
    [DataRow("Mr & Mrs Doe", "Mr & Mrs|||Doe|")]
    [DataRow("Mr. and Mrs. John Smith", "Mr. and Mrs.|John||Smith|")]
    [DataRow("John & Jane Smith", "|John||Smith|")]
    [DataRow("John & Jane", "|John|||")]
    [DataRow("Juan & Maria de la Cruz", "|Juan||de la Cruz|")]
    [DataRow("John and Jane Smith", "|John||Smith|")]
    [DataRow("John Q. Smith and Jane Doe", "|John|Q.|Smith|")]
    [DataRow("Smith, John and Jane", "|John||Smith|")]
    [DataRow("Sr. Juan Perez", "Sr.|Juan||Perez|")]
    [DataRow("Sra. Ana Perez", "Sra.|Ana||Perez|")]
    [DataRow("Mr.John Smith", "Mr.|John||Smith|")]
    [DataRow("Lt. Gen. John A. Doe", "Lt. Gen.|John|A.|Doe|")]
    public void Salutations_and_couples(string raw, string parts) => AreParts(parts, raw);

    [TestMethod]
    [DataRow("O\\'Brien", "O'Brien")]
    [DataRow("O\\\\'BRIEN", "O'Brien")]
    [DataRow("DE'ANDRE", "De'Andre")]
    [DataRow("LA'SHAWN", "La'Shawn")]
    [DataRow("de'ron", "De'Ron")]
    [DataRow("D'ANDRE", "D'Andre")]
    [DataRow("KA'AHUMANU", "Ka'ahumanu")]
    [DataRow("III", "III")]
    [DataRow("iii", "III")]
    public void Name_is_written_in_its_usual_case(string raw, string canonical) => Assert.AreEqual(canonical, NameType.Last.Canonical(raw));

    private static void AreParts(string parts, string raw)
    {
        string[] names = ["salutation", "first", "middle", "last", "suffix"];

        Assert.AreEqual(
            parts, string.Join('|', names.Select(name => NameType.Full.Part(raw, name))).Replace("[missing]", "", StringComparison.Ordinal));
    }
}
