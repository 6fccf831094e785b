import { readFileSync } from "node:fs";

import { list } from "../list.ts";

/** Frequent first names in the United States, English and Spanish; folded. Names that are ordinary words are left out. */
export const firstNames = list(`
  james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony donald steven
  paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron jose adam
  nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl
  dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie albert wayne randy
  mason vincent liam roy bobby caleb bradley russell lucas mike steve dave chris matt tony jim tom bob bill rick dan ben
  sam alex nick greg josh jeff tim ken ron ed andy rob fred phil doug pete zach jake luke max leo owen carlos luis miguel
  jesus antonio francisco pedro manuel jorge ricardo fernando eduardo roberto rafael javier raul sergio alberto oscar
  alejandro mario arturo ramon enrique hector julio cesar ruben armando gerardo pablo diego andres marco marcos felipe
  ernesto guillermo gustavo hugo ivan joaquin salvador esteban rodrigo adrian martin alfredo angel victor israel emilio
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
  kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen
  angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet maria olivia
  heather helen catherine diane julie victoria joyce lauren kelly christina ruth joan virginia judith evelyn hannah andrea
  megan cheryl jacqueline madison teresa abigail sophia martha sara gloria janice kathryn ann isabella judy charlotte
  julia amber alice jean denise frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori
  tiffany kate katie jenny jess liz beth sue kim jen tina tammy tracy wendy dawn erin holly becky vicki peggy connie sally
  annie maggie molly lucy ellen jane paula priya aisha fatima mei ling wei raj amit ahmed mohammed omar ali hassan
  guadalupe carmen ana rosa juana margarita veronica leticia elena alejandra yolanda silvia alicia norma adriana gabriela
  lucia claudia isabel irma sofia valeria mariana fernanda daniela paola karina lorena marisol esperanza beatriz teresa
  raquel monica cristina blanca rocio pilar dolores consuelo estela ofelia josefina lupe lupita pepe paco memo nacho chuy
  beto toño tono quique concha xavier derek travis cody dustin shane brett chad craig todd marcus darren dwayne jamal
  tyrone deshawn keisha latoya latasha ebony jasmine brianna trevor hunter connor ian evan garrett spencer blake cole
  devin preston seth wesley curtis leonard norman stanley ralph eugene philip louis johnny earl jimmy howard ernest dana
  robin leslie sherry rhonda gail rita nina vanessa crystal monique april june kendra miranda chloe zoe ava mia ella
  aaliyah harper priyanka deepa sanjay anil sunil kumar hiroshi yuki kenji nguyen minh linh trang dmitri olga svetlana
  natasha igor sergei ingrid lars sven hans klaus greta pierre marie jacques francois giovanni luigi marcy stacy tracey
  melanie kristen kristin carrie tara monica shannon yvonne annette regina roberta rosemary eileen loretta lois marcia
  maureen jill glenda darlene bonnie marlene arlene bernadette colleen kendrick terrence reggie cedric malik andre omari
  miles theo felix oliver elias isaac isaiah jeremiah josiah levi eli asher grayson jaxon carter wyatt landon`);

/** Words that follow "I am" or "this is" and name nobody. */
export const notNames = list(`
  a an the my your our his her their this that these those it its not no so very really just still also now here there home
  away out back at in on off from to for with about into over under urgent emergency ridiculous crazy great good fine ok okay
  sorry sure ready available free busy late early waiting calling texting writing looking trying having getting going
  coming interested locked stuck sick hurt ill hot cold freezing broken leaking flooded new old happy unhappy upset angry
  mad pissed tired done glad afraid scared worried confused concerned wondering hoping thinking moving leaving working
  driving paying able unable the customer owner tenant renter homeowner landlord manager neighbor mom dad mother father
  wife husband son daughter one someone nobody anyone everyone everything something nothing what who where when why how
  which if because and or but yes yeah yep nope hi hello hey thanks thank please help stop spam wrong right correct true
  false important serious fire gas water bad terrible horrible unacceptable annoying frustrating awful it's all almost
  already always never only too well super pretty kind sort like more less much many most some any first second third last
  next monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight morning afternoon evening night
  noon available at apt unit street address number phone name plumber electrician locksmith technician doctor dentist
  catholic jewish muslim mexican american irish italian chinese korean russian german cuban spanish english
  latino latina hispanic hombre mujer servirle human bot robot real person automated regarding re in un una el la los las muy bien mal de del en con para por que si
  aqui aca ahi alla yo tu usted nosotros ellos su sus mi mis cliente dueno duena vecino inquilino mama papa interesado
  interesada listo lista enfermo enferma molesto molesta esperando buscando tratando llamando nuevo nueva urgente
  emergencia gracias hola buenas buenos dias tardes noches senor senora hoy manana ahora ahorita disponible cansado
  cansada harto harta fuera afuera encerrado encerrada atrapado atrapada seguro segura residente residenta problema fuga
  agua gas luz otra otro casa carro puerta llave calle numero direccion cita kinda gonna about been being do does did was
  were be am is are will would could should can may might must shall have has had need want know think guess believe
  looking good interested allergic pregnant diabetic patient existing returning current single married retired located
  standing sitting outside inside upstairs downstairs behind near around between minutes hours days weeks months years
  it'll he she they we you i me him them us dr mr mrs ms miss`);

/** Words that are a name when they are all of an answer to "what is your name?"; folded. */
export const nameLikeWords = list(`
  will al may june april august joy hope grace faith art mark rich drew chip bud buddy sky summer autumn dawn rose ray jay
  bill jack guy gene dale dean glen cliff rusty sandy penny pat sonny junior ace miles chance hunter chase pearl ruby
  ivy daisy lily violet olive ginger sage misty candy crystal melody harmony destiny star sunny brandy bo ty van don
  domingo angel angeles sol luz paz cielo mar blanca dulce lluvia rocio socorro remedios amparo milagro consuelo gracia
  esperanza salvador jesus santos cruz reyes leon victoria soledad mercedes pilar concepcion asuncion`);

/**
 * Given and family names of many countries, folded, without those that are ordinary words too. Source: the person data of
 * `@faker-js/faker` 10.6.0 (MIT) in nineteen languages.
 */
const givenNames = listIn("given-names.txt");
const familyNames = listIn("family-names.txt");

/** Whether somebody may be called so; `word` is folded. */
export const isGivenName = (word: string): boolean => firstNames.has(word) || givenNames.has(word);
export const isFamilyName = (word: string): boolean => familyNames.has(word);

function listIn(file: string): ReadonlySet<string> {
  return list(readFileSync(new URL(`./${file}`, import.meta.url), "utf8"));
}
