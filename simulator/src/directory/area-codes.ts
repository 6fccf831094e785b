/** The main city of an area code, with a ZIP code in it and its position in degrees. */
export interface AreaCode {
  city: string;
  state: string;
  zip: string;
  latitude: number;
  longitude: number;
}

const at = (city: string, state: string, zip: string, latitude: number, longitude: number): AreaCode => ({
  city,
  state,
  zip,
  latitude,
  longitude,
});

/** Area codes whose numbers the simulated carrier sells. Source: North American Numbering Plan; US Census gazetteer. */
export const areaCodes: Readonly<Record<string, AreaCode>> = {
  201: at("Jersey City", "NJ", "07302", 40.7178, -74.0431),
  202: at("Washington", "DC", "20001", 38.9101, -77.0147),
  206: at("Seattle", "WA", "98101", 47.6114, -122.3305),
  208: at("Boise", "ID", "83702", 43.6322, -116.2052),
  210: at("San Antonio", "TX", "78205", 29.4241, -98.4936),
  212: at("New York", "NY", "10001", 40.7506, -73.9972),
  213: at("Los Angeles", "CA", "90012", 34.0614, -118.2385),
  214: at("Dallas", "TX", "75201", 32.7876, -96.7994),
  215: at("Philadelphia", "PA", "19107", 39.9517, -75.1587),
  216: at("Cleveland", "OH", "44114", 41.5061, -81.6746),
  303: at("Denver", "CO", "80202", 39.7491, -104.9946),
  305: at("Miami", "FL", "33130", 25.7672, -80.2059),
  310: at("Santa Monica", "CA", "90401", 34.0158, -118.4926),
  312: at("Chicago", "IL", "60601", 41.8853, -87.6216),
  313: at("Detroit", "MI", "48226", 42.3316, -83.0491),
  314: at("Saint Louis", "MO", "63101", 38.6346, -90.1913),
  317: at("Indianapolis", "IN", "46204", 39.7715, -86.157),
  404: at("Atlanta", "GA", "30303", 33.7528, -84.3924),
  405: at("Oklahoma City", "OK", "73102", 35.4709, -97.519),
  408: at("San Jose", "CA", "95113", 37.3337, -121.8907),
  412: at("Pittsburgh", "PA", "15222", 40.4469, -79.9934),
  415: at("San Francisco", "CA", "94105", 37.7864, -122.3892),
  480: at("Mesa", "AZ", "85201", 33.4317, -111.8469),
  501: at("Little Rock", "AR", "72201", 34.7483, -92.2819),
  502: at("Louisville", "KY", "40202", 38.2529, -85.7515),
  503: at("Portland", "OR", "97204", 45.5184, -122.6739),
  504: at("New Orleans", "LA", "70112", 29.9605, -90.0753),
  505: at("Albuquerque", "NM", "87102", 35.0819, -106.6482),
  512: at("Austin", "TX", "78701", 30.2713, -97.7426),
  513: at("Cincinnati", "OH", "45202", 39.1072, -84.5019),
  516: at("Hempstead", "NY", "11550", 40.7048, -73.6176),
  571: at("Alexandria", "VA", "22301", 38.8188, -77.0589),
  602: at("Phoenix", "AZ", "85004", 33.4515, -112.0685),
  612: at("Minneapolis", "MN", "55401", 44.9835, -93.2683),
  614: at("Columbus", "OH", "43215", 39.9671, -83.0044),
  615: at("Nashville", "TN", "37203", 36.1504, -86.7916),
  617: at("Boston", "MA", "02108", 42.3576, -71.0684),
  619: at("San Diego", "CA", "92101", 32.7185, -117.1593),
  702: at("Las Vegas", "NV", "89101", 36.172, -115.1225),
  703: at("Arlington", "VA", "22201", 38.8871, -77.0932),
  704: at("Charlotte", "NC", "28202", 35.229, -80.8419),
  713: at("Houston", "TX", "77002", 29.7569, -95.3655),
  718: at("Brooklyn", "NY", "11201", 40.694, -73.9901),
  720: at("Aurora", "CO", "80012", 39.6987, -104.8377),
  773: at("Chicago", "IL", "60614", 41.9229, -87.6483),
  801: at("Salt Lake City", "UT", "84101", 40.7559, -111.9003),
  808: at("Honolulu", "HI", "96813", 21.3179, -157.8521),
  813: at("Tampa", "FL", "33602", 27.9614, -82.4597),
  816: at("Kansas City", "MO", "64106", 39.1052, -94.5699),
  907: at("Anchorage", "AK", "99501", 61.2116, -149.8761),
  913: at("Overland Park", "KS", "66204", 38.9928, -94.6771),
  916: at("Sacramento", "CA", "95814", 38.5804, -121.4922),
  919: at("Raleigh", "NC", "27601", 35.7727, -78.6324),
};
