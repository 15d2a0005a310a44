using System.Globalization;

namespace SampleStorefront.Shop;

/// <summary>The words of the shop in the customer's language: German, French, or English. What speaks to who helps is English.</summary>
public sealed class Texts
{
    private static readonly (string English, string German, string French)[] Words =
    [
        ("Things for a quiet home", "Dinge für ein ruhiges Zuhause", "Des objets pour une maison calme"),
        ("Six of them, made to stay.", "Sechs davon, gemacht, um zu bleiben.", "Six objets, faits pour durer."),
        ("Cart", "Warenkorb", "Panier"),
        ("Add to cart", "In den Warenkorb", "Ajouter au panier"),
        ("Count", "Anzahl", "Quantité"),
        ("Change", "Ändern", "Modifier"),
        ("Remove", "Entfernen", "Retirer"),
        ("The cart is empty.", "Der Warenkorb ist leer.", "Le panier est vide."),
        ("Back to the shop", "Zurück zum Laden", "Retour à la boutique"),
        ("Total", "Summe", "Total"),
        ("Order", "Bestellen", "Commander"),
        ("Deliver to", "Lieferung an", "Livraison à"),
        ("Thank you!", "Danke!", "Merci !"),
        ("The order is on its way.", "Die Bestellung ist unterwegs.", "La commande est en route."),
        ("Newsletter", "Newsletter", "Lettre d’information"),
        ("in the cart", "im Warenkorb", "dans le panier"),
        ("This is a sample: nothing is sold here.", "Das ist ein Beispiel: Hier wird nichts verkauft.", "Ceci est un exemple : rien n’est vendu ici."),
        ("Desk lamp", "Schreibtischlampe", "Lampe de bureau"),
        ("Stoneware mug", "Steinzeugtasse", "Tasse en grès"),
        ("Wool blanket", "Wolldecke", "Plaid en laine"),
        ("Notebook", "Notizbuch", "Carnet"),
        ("Plant pot", "Blumentopf", "Pot de fleurs"),
        ("Wall clock", "Wanduhr", "Horloge murale"),
        ("Warm light, brass joint, two metres of cord.", "Warmes Licht, Gelenk aus Messing, zwei Meter Kabel.", "Lumière chaude, articulation en laiton, deux mètres de câble."),
        ("Thrown by hand; holds three deciliters.", "Von Hand gedreht; fasst drei Deziliter.", "Tournée à la main ; trois décilitres."),
        ("Woven from the wool of Icelandic sheep.", "Gewebt aus der Wolle isländischer Schafe.", "Tissé avec la laine de moutons islandais."),
        ("192 pages that lie flat, sewn in thread.", "192 Seiten, die flach liegen, mit Faden geheftet.", "192 pages qui s’ouvrent à plat, cousues au fil."),
        ("Terracotta with a saucer, for one large plant.", "Terrakotta mit Untersetzer, für eine große Pflanze.", "Terre cuite avec soucoupe, pour une grande plante."),
        ("Runs without a tick, and for a year on one battery.", "Läuft ohne Ticken und ein Jahr mit einer Batterie.", "Sans tic-tac, et un an avec une pile."),
    ];

    private static readonly Dictionary<string, Dictionary<string, string>> Known = new(StringComparer.Ordinal)
    {
        ["en"] = Words.ToDictionary(word => word.English, word => word.English, StringComparer.Ordinal),
        ["de"] = Words.ToDictionary(word => word.English, word => word.German, StringComparer.Ordinal),
        ["fr"] = Words.ToDictionary(word => word.English, word => word.French, StringComparer.Ordinal),
    };

    /// <param name="language">A language tag (BCP 47), such as <c>de-AT</c>; nobody promises that it is one.</param>
    public Texts(string? language)
    {
        var primary = (language ?? "").Split('-')[0].ToLowerInvariant();
        Language = Known.ContainsKey(primary) ? primary : "en";
        Culture = CultureOf(language) ?? CultureInfo.GetCultureInfo("en-IE");
    }

    /// <summary>What the page is written in.</summary>
    public string Language { get; }

    /// <summary>How numbers are written.</summary>
    public CultureInfo Culture { get; }

    public string this[string english] => Known[Language][english];

    private static CultureInfo? CultureOf(string? language)
    {
        try
        {
            return string.IsNullOrEmpty(language) ? null : CultureInfo.CreateSpecificCulture(language);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
