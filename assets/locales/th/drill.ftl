# แบบฝึกในหน้าต่างคำสั่ง คำสั่งที่พิมพ์เหมือนกันทุกภาษา
drill-not-understood = ไม่เข้าใจคำสั่ง ใช้คำสั่งดังนี้:
drill-no = ทำไม่ได้ { $why }

drill-bench-help =
    look white|oblique|through|uv   อย่างละหนึ่งนาที white ใช้แว่นขยาย
    specimen                        หนึ่งนาที: สมุดตัวอย่าง
    faces                           หนึ่งนาที: เทียบภาพถ่ายกับตัวบุคคลทีละส่วน
    ask lost|crossings|issuer       สามนาที: ถามทะเบียน
    facts                           ทุกอย่างที่ชี้ได้ พร้อมหมายเลข
    compare N M                     ห้านาที เว้นแต่สองข้อนั้นถูกพร้อมกันไม่ได้จริง
    find genuine|counterfeit|forged|impostor|fantasy|obtained|refer
    next, help, quit
drill-document = เอกสาร { $seed } ระดับ { $level } วันนี้ { $day }
drill-case-document = { $title } วันนี้ { $day }
drill-find-first = บันทึกผลตรวจก่อน: find …
drill-two-numbers = ต้องระบุสองหมายเลขจากรายการ ดูที่ facts
drill-nothing-shows = เอกสารชนิดนี้ของรัฐนี้ไม่มีสิ่งใดให้เห็นด้วยแสงนี้
drill-sight = { $what }: { $seen }
drill-also = { $all } · { $next }
drill-specimen-has = มี: { $features }
drill-photo-and-person = { $part } · ภาพถ่าย: { $photo } · ตัวบุคคล: { $person }
drill-next-document = พิมพ์ next เพื่อดูเอกสารถัดไป
drill-minutes = ({ $minutes } นาที)
drill-shown = { $conflict } (ท่านชี้ไว้แล้ว)
drill-tally = เอกสาร { $documents } ฉบับ { $points } คะแนน การทุจริตที่ไม่ปล่อยผ่าน { $hits } จาก { $frauds } ผู้เดินทางสุจริตที่ถูกกักไว้ { $held } จาก { $honest }
drill-passport = { $state }   หนังสือเดินทาง   { $code }
drill-card = { $state }   บัตรประจำตัว   { $code }
drill-number-line = เลขที่ { $number }   สัญชาติ { $nationality }   เกิด { $birth }   เพศ { $sex }
drill-issued-line = ออกให้ { $issued } ที่ { $place }   หมดอายุ { $expiry }
drill-visa-line = วีซ่าสำหรับเล่ม { $passport } { $surname } สัญชาติ { $nationality } ใช้ได้ถึง { $until }
drill-stamp-line = ตราประทับ: { $stamp }
drill-photo-line = ภาพถ่าย: อายุราว { $age } ปี { $looks }
drill-person-line = ที่เคาน์เตอร์: อายุราว { $age } ปี { $looks } บอกว่าเกิด { $birth } เอกสารออกให้ที่ { $place }
drill-looks = { $hair ->
    [0] ผมสั้น
    [1] ผมประบ่า
    [2] ผมรวบไว้ด้านหลัง
   *[other] ผมเกรียน
}{ $glasses ->
    [0] {""}
   *[other] {" "}สวมแว่นตา
}

drill-seen-missing = ไม่มี
drill-seen-worn = มี แต่หมองและยับจากการใช้งาน
drill-seen-scratched = มีรอยขูด
drill-seen-guilloche = เส้นไม่ขาดตอน สองสีไล่เข้าหากัน
drill-seen-guilloche-imitated = เส้นเกิดจากจุดสี่สี
drill-seen-guilloche-disturbed = เส้นขาดและพร่าใต้ข้อความที่เขียนทับ
drill-seen-microprint = ตัวอักษรคมชัดทุกตัว
drill-seen-microprint-imitated = เป็นเพียงเส้นจุด ไม่ใช่ตัวอักษร
drill-seen-relief = หมึกนูนทอดเงา
drill-seen-relief-imitated = หมึกเรียบ มีเส้นสีเทาพิมพ์แทนเงา
drill-seen-see-through = ด้านหน้ากับด้านหลังบรรจบเป็นดาวดวงเดียว
drill-seen-see-through-imitated = ด้านหน้ากับด้านหลังเหลื่อมกันหนึ่งมิลลิเมตร
drill-seen-watermark = รูปศีรษะไล่น้ำหนักจากสว่างไปมืด
drill-seen-watermark-imitated = รูปศีรษะขอบแข็ง มองเห็นได้โดยไม่ต้องส่อง
drill-seen-hologram = ภาพหมุนตามเมื่อเอียงหน้ากระดาษ
drill-seen-hologram-imitated = ภาพสีเงินที่ไม่เปลี่ยน
drill-seen-hologram-disturbed = ขอบด้านหนึ่งถูกลอก มีฟองอากาศเหนือแก้ม
drill-seen-fibres = เส้นใยสั้นเรืองแสงกระจายทั่ว กระดาษยังมืด
drill-seen-fibres-imitated = เส้นใยเรียงทางเดียวกัน และกระดาษเรืองแสงสีฟ้า
drill-seen-uv-print = ตราประจำรัฐ สองสี
drill-seen-uv-print-imitated = สีซีดสีเดียว ไม่มีตรา
drill-seen-perforation = รูกลมที่เล็กลงทีละหน้า
drill-seen-perforation-imitated = รูขนาดเท่ากัน ขอบนูน

drill-shape = { $kind ->
    [0] รูปไข่
    [1] กลม
    [2] ยาว
   *[other] เหลี่ยม
}
drill-eyes = { $kind ->
    [0] ชิดกัน
    [1] ห่างกัน
    [2] ลึก
   *[other] มีรอยพับที่เปลือกตา
}
drill-nose = { $kind ->
    [0] ตรง
    [1] กว้าง
    [2] คด
   *[other] สั้น
}
drill-mouth = { $kind ->
    [0] ริมฝีปากบาง
    [1] ริมฝีปากหนา
    [2] ริมฝีปากไม่เท่ากัน
   *[other] มุมปากตก
}
drill-ears = { $kind ->
    [0] ติ่งหูแยก
    [1] ติ่งหูติดแก้ม
    [2] หูกาง
   *[other] มีรอยบากที่ขอบบน
}
drill-mark = { $kind ->
    [0] ไม่มี
    [1] ไฝใต้ตาซ้าย
    [2] ไฝที่คาง
    [3] แผลเป็นผ่านคิ้วขวา
    [4] แผลเป็นที่ริมฝีปากบน
   *[other] ปานที่คอ
}

drill-room-help =
    give purpose|alone|interpreter|doctor|breaks|guardian   มาตรการคุ้มครอง ทำก่อนสิ่งอื่น
    room                    สถานะขณะนี้: หัวข้อ หลักฐาน มาตรการคุ้มครอง
    ask                     คำถามที่ถามได้ พิมพ์ ask N เพื่อถาม
    said                    สิ่งที่พูดไว้ พร้อมหมายเลข
    show N                  แสดงหลักฐานต่อบุคคล: ช่วงท้าย หรือไม่แสดงเลย
    sum N                   สรุปหัวข้อด้วยถ้อยคำของบุคคลนั้น
    mark A B                สองข้อที่ขัดกัน ใช้หมายเลขใน said หรือ E1 สำหรับหลักฐาน
    rest                    พักสิบนาที
    close | refer           อ่านทวนแล้วปิด refer คือส่งต่อในฐานะผู้ที่อาจเป็นผู้เสียหาย
    map, next, help, quit
drill-nobody = ไม่มีใครให้สัมภาษณ์
drill-interview = การสัมภาษณ์ { $seed } ระดับ { $level } { $name }
drill-room-free = ห้องว่าง { $minutes } นาที { $mood }
drill-mood = { room-rapport }: { $rapport } · { room-stress }: { $stress } · { room-memory }: { $memory }
drill-safeguards = มาตรการคุ้มครอง: { $safeguards }
drill-topics = หัวข้อ:
drill-topic = { $topic } ({ $state })
drill-topic-own = { $topic } ({ $state } เฉพาะเมื่อบุคคลนั้นต้องการ)
drill-evidence = หลักฐาน { $number }: { $text } ({ $state })
drill-evidence-not-shown = ยังไม่แสดง
drill-asked-inappropriate = ถามแล้ว: { $mix } · ไม่เหมาะสม { $inappropriate }
drill-asked = { $question } (ถามแล้ว)
drill-asked-in-vain = { $question } (ถามแล้ว ยังไม่ตอบ)
drill-question = { $kind }: { $question }
drill-nothing-said = ยังไม่ได้พูดอะไร
drill-said-at = นาทีที่ { $minute }  { $words }
drill-not-usable = { $words }  [นำไปใช้ไม่ได้]
drill-indicator = { $words }  [ข้อบ่งชี้: ให้ถามต่อ]
drill-map-later = ผังคำถามแสดงเมื่อจบแล้ว เพราะบอกชนิดของคำถาม
drill-end-first = จบรายนี้ก่อน: close หรือ refer
drill-done = เรียบร้อย
drill-rested = พักสิบนาที ดื่มน้ำ มองหน้าต่าง ไม่มีคำถาม
drill-room-minutes = ({ $minute } จาก { $minutes } นาที { $mood })
drill-closed = { $points } จาก 100 คะแนน ใช้เวลา { $minutes } นาที
drill-part = { $points } จาก { $of }
drill-capped = { $critical }: ได้ไม่เกิน 40 คะแนน
drill-lesson = ควรรู้: { $lesson }
drill-next-person = พิมพ์ next เพื่อพบคนถัดไป
drill-interviews = สัมภาษณ์ { $interviews } ราย { $points } คะแนน

drill-line-help =
    look                       5 วินาที: ผู้เดินทางทำอะไร เทียบกับปกติของที่นี่
    passport                   10 วินาที: ข้อมูลสำคัญ และใบหน้าเทียบกับภาพถ่าย
    ask N                      10 วินาที: คำถามในรายการ ไม่เกินสามข้อ
    check N SOURCE             10 วินาที: document, ticket, booking, companion, crossings, again
    put N SOURCE               10 วินาที: บอกผู้เดินทางว่าแหล่งข้อมูลแสดงอะไร แล้วฟัง
    note SEEN qN words         5 วินาที: SEEN คือ s1, s2 (สิ่งที่เห็น), photo, a1 (คำตอบ) และ qN คือคำถาม
                               ที่ถามต่อ บันทึกที่ขาดอย่างใดไม่ได้คะแนน
    clear                      ให้ผู้เดินทางผ่าน
    refer WHERE GROUND         WHERE คือ second หรือ protection ส่วน GROUND คือ N SOURCE, photo, s1 หรือ nothing
    view, help, quit และ next เมื่อจบแถว
drill-line = แถว { $seed } ระดับ { $level }: { $title } { $place } { $day } { $hour } น.
drill-line-travellers = ผู้เดินทาง { $number } คน คนละประมาณ { $time }
drill-line-usual = ปกติของที่นี่: { $baseline }
drill-line-judge = แหล่งข้อมูลตรงกับคำตอบหรือไม่ ท่านต้องตัดสินเอง ระดับนี้ไม่มีใครบอก
drill-line-practice = เพื่อการฝึก ที่นี่ประมาณหนึ่งในสามไม่ใช่อย่างที่บอก ที่ด่านจริงมีน้อยกว่านี้มาก และแทบทุกคนที่ดูแปลกเป็นคนสุจริต
drill-time = { $time } นาที
drill-still-there = ยังมีคนยืนอยู่: clear หรือ refer
drill-nobody-there = ไม่มีใครยืนอยู่แล้ว
drill-traveller = ผู้เดินทาง { $number } จาก { $of }: { $party } ผ่านไป { $time }
drill-party-alone = มาคนเดียว
drill-party = มาด้วยกัน { $number } คน
drill-against = { $seen } ({ $against })
drill-glance = { $given } { $surname } { $nationality } เกิด { $birth } ใช้ได้ถึง { $expiry }
drill-glance-expired = { $given } { $surname } { $nationality } เกิด { $birth } ใช้ได้ถึง { $expiry } ซึ่งหมดอายุแล้ว
drill-it-is = “{ primary-put-same }” ตรงตามนั้น
drill-noted = บันทึกแล้ว
drill-seconds = ({ $seconds } จาก { $fair } วินาที)
drill-line-over = จบแถวแล้ว แต่ละคนคือใคร:
drill-the-line = ผลของแถวนี้
drill-all-lines = ผลรวม { $lines } แถว
drill-opens-again = พิมพ์ next เพื่อเปิดเคาน์เตอร์อีกครั้ง
drill-line-left = เลิกก่อนที่ทุกคนจะผ่าน จึงไม่มีคะแนน
drill-review = { $number }  { $name } { $nationality }: { $was } { $did } { $outcome }
drill-tell = { $ask } “{ $says }” / { $source }: { $shows }
drill-tell-none = ดูเหมือนขัดกันแต่ไม่ขัด “{ $put }” { $borne }
drill-tell-lesson = “{ $put }” { $lesson }
drill-hits = ส่งต่อถูก { $hits } จาก { $signals } ส่งต่อผิด { $alarms } จาก { $noise }
drill-d-alike = d′ บอกอะไรไม่ได้ เพราะท่านปฏิบัติต่อทุกคนเหมือนกัน
drill-d = d′ { $d } (95 %: { $low } ถึง { $high }): แยกแยะได้ดีเพียงใด 0 คือเดา 2 คือดี c { $c } { $leaning }
drill-d-none = d′ ต้องมีผู้เดินทางทั้งสองแบบ แถวนี้มีแบบเดียว
drill-pace = คนละ { $seconds } วินาที มี { $slow } จาก { $of } คนใช้เวลาเกิน { $time }
drill-notes = บันทึก: มีข้อสังเกต คำถาม และการตรวจสอบ { $verified } ฉบับ มีคำถามแต่ไม่ได้ตรวจสอบ { $asked } ฉบับ ไม่ได้คะแนน { $bare } ฉบับ ผู้เดินทางที่ไม่มีบันทึก { $none } คน
drill-grounds = เหตุที่ส่งต่อ: ฟังขึ้น { $stand } มีคำอธิบายได้ { $explained } ไม่เป็นเหตุ { $nothing }
drill-care = ผู้ที่อาจเป็นผู้เสียหาย: ส่งคุ้มครอง { $protected } ส่งด่านสอง { $accused } ปล่อยไป { $missed }
drill-audit = การตรวจสอบความเป็นธรรม: ผู้เดินทางสุจริตที่ถูกส่งต่อ แยกตามสัญชาติ (ช่วงความเชื่อมั่น 95 % ตามวิธีวิลสัน)
drill-audit-row = { $nationality }  { $referred } จาก { $of }  { $rate } %  ({ $low }–{ $high } %)
drill-audit-flagged = { $row }  ! สูงกว่าทุกกลุ่ม
